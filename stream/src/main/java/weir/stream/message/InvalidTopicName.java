package weir.stream.message;

/// A name cannot be that of a stream. The message does not repeat it.
public final class InvalidTopicName extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String part;

    InvalidTopicName(String part) {
        super("The " + part + " is no name of a stream: use letters, digits, '_' and '-', beginning with a letter or a digit, "
                + "64 at most.");
        this.part = part;
    }

    /// Which part is wrong: `topic` or `stream`.
    public String part() {
        return part;
    }
}
