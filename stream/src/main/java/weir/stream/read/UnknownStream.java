package weir.stream.read;

/// There is no such topic.
public final class UnknownStream extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnknownStream(String topic) {
        super("Sorry " + topic + " is not a supported route.");
    }
}
