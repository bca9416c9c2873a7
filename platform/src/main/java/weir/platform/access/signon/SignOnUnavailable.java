package weir.platform.access.signon;

import weir.platform.outage.Unavailable;

/// The provider cannot be reached.
public final class SignOnUnavailable extends Unavailable {

    private static final long serialVersionUID = 1;

    SignOnUnavailable(String issuer, Throwable cause) {
        super("The sign-on provider " + issuer + " does not answer. Who is signed in stays so; nobody new was.", cause);
    }
}
