package weir.platform.access;

import weir.platform.web.Listener;

/// A listener that others can reach has no sign-on. It was not opened.
public final class SignOnMissing extends RuntimeException {

    private static final long serialVersionUID = 1;

    public SignOnMissing(Listener listener) {
        super("The " + listener.name() + " listener at " + listener.host()
                + " can be reached from other machines but nobody has to sign in: set access.sign-on to local or openid,"
                + " or listen at 127.0.0.1.");
    }
}
