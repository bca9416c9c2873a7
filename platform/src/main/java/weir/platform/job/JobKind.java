package weir.platform.job;

import java.time.Duration;
import java.util.regex.Pattern;

/// A kind of work, known by name to every process.
///
/// @param name     small letters and dashes, for ever: jobs that wait are kept under it
/// @param argument a record of ids and words, kept as JSON; never a value of a record
/// @param timeout  how long one attempt may run before it is stopped and counts as failed
public record JobKind<A extends Record>(String name, Class<A> argument, Retry retry, Duration timeout) {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,63}");

    public JobKind {
        if (!FORM.matcher(name).matches()) {
            throw new IllegalArgumentException("A kind of job is named with small letters, digits and dashes, at most 64.");
        }
        if (!timeout.isPositive()) {
            throw new IllegalArgumentException("A kind of job needs a time limit longer than nothing.");
        }
    }
}
