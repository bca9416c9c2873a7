package weir.platform.job;

import weir.platform.journal.RunId;
import weir.platform.journal.Subject;

/// The number of a job.
public record JobId(long value) {

    /// As the journal names it.
    public Subject subject() {
        return new Subject("job", Long.toString(value));
    }

    /// One execution of it.
    public RunId run(int attempt) {
        return new RunId(value + "-" + attempt);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
