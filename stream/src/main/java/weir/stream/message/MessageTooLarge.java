package weir.stream.message;

/// A message would be larger than messages may be. The sentence says nothing of what it holds.
public final class MessageTooLarge extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MessageTooLarge() {
        super("What would be written is larger than one message may be: " + MessageSize.MESSAGE + " bytes.");
    }
}
