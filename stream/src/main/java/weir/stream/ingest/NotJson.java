package weir.stream.ingest;

/// A document is no JSON. The message says where, never what.
public final class NotJson extends Exception {

    private static final long serialVersionUID = 1L;

    NotJson(long line, Throwable cause) {
        super("The document is not JSON in line " + line + ". Nothing of it was kept: mend it and send it again.", cause);
    }
}
