package weir.stream.ingest;

/// The broker did not take a document.
public final class BrokerRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final String SENTENCE = "The broker does not take messages now. Nothing of the document was kept: send it again.";

    BrokerRefused() {
        super(SENTENCE);
    }

    BrokerRefused(Throwable cause) {
        super(SENTENCE, cause);
    }
}
