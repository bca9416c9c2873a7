package weir.platform.web;

/// A listener could not be opened.
public final class ListenerFailed extends RuntimeException {

    private static final long serialVersionUID = 1;

    ListenerFailed(Listener listener, Throwable cause) {
        super("The " + listener.name() + " listener cannot have " + listener.host() + ":" + listener.port()
                + ": stop what listens there, or give it another port in the settings.", cause);
    }
}
