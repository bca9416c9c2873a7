package weir.platform.job;

import java.time.Duration;
import java.util.regex.Pattern;

/// A kind of work, known by name to every process.
///
/// @param name     small letters and dashes, for ever: jobs that wait are kept under it
/// @param argument a record of ids and words, kept as JSON; never a value of a record
/// @param timeout  how long one attempt may run before it is stopped and counts as failed
/// @param priority of jobs that are due, those with the larger number are taken up first; 0 is usual
public record JobKind<A extends Record>(String name, Class<A> argument, Retry retry, Duration timeout, int priority) {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,63}");

    /// Of usual priority.
    public JobKind(String name, Class<A> argument, Retry retry, Duration timeout) {
        this(name, argument, retry, timeout, 0);
    }

    /// The same, but it lets everything go first that is due.
    public JobKind<A> yielding() {
        return new JobKind<>(name, argument, retry, timeout, -1);
    }

    public JobKind {
        if (!FORM.matcher(name).matches()) {
            throw new IllegalArgumentException("A kind of job is named with small letters, digits and dashes, at most 64.");
        }
        if (!timeout.isPositive()) {
            throw new IllegalArgumentException("A kind of job needs a time limit longer than nothing.");
        }
    }
}
