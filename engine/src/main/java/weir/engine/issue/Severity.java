package weir.engine.issue;

/// How much an issue matters: an error blocks, a warning asks, a notice informs.
public enum Severity {
    ERROR,
    WARNING,
    NOTICE;

    /// The lower-case word used in every output.
    public String word() {
        return switch (this) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case NOTICE -> "notice";
        };
    }
}
