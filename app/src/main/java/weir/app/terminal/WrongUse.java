package weir.app.terminal;

/// The command was used wrongly; the message is one sentence that says the mend.
public final class WrongUse extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public WrongUse(String message) {
        super(message);
    }
}
