package weir.platform.journal;

/// One execution of a job: `42-1` is the first execution of job 42.
public record RunId(String value) {

    public RunId {
        JournalText.check("A run's id", value, JournalText.ID_LIMIT);
        if (value.isEmpty()) {
            throw new IllegalArgumentException("A run's id is not empty.");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
