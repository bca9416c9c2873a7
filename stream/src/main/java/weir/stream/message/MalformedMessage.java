package weir.stream.message;

/// A message on a topic has not the form its topic asks for. The message says what is expected, never what was found.
public final class MalformedMessage extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public MalformedMessage(String message) {
        super(message);
    }

    public MalformedMessage(String message, Throwable cause) {
        super(message, cause);
    }
}
