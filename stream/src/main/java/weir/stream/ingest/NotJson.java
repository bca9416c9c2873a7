package weir.stream.ingest;

import weir.stream.message.MessageSize;

/// A document is no JSON, or JSON that is not taken in. The message says where, never what.
public final class NotJson extends Exception {

    private static final long serialVersionUID = 1L;

    NotJson(long line, Throwable cause) {
        this("The document is not JSON in line " + line + ". Nothing of it was kept: mend it and send it again.", cause);
    }

    private NotJson(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /// A value is larger than one object may be, or deeper than what is read.
    static NotJson tooLarge(long line, Throwable cause) {
        return new NotJson("A value of the document, which reaches to line " + line + ", is too large or too deep: one object may have "
                + MessageSize.OBJECT + " bytes. Nothing of it was kept: send it in parts.", cause);
    }
}
