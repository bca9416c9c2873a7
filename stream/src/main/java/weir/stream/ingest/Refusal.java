package weir.stream.ingest;

/// A document is not taken, with the words clients know.
final class Refusal extends Exception {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String text;

    Refusal(int status, String text) {
        super(text);
        this.status = status;
        this.text = text;
    }

    int status() {
        return status;
    }

    String text() {
        return text;
    }
}
