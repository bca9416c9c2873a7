package weir.platform.access.signon;

/// A sign-on did not come to its end. Nobody was signed in; it may be begun anew.
public final class SignOnFailed extends RuntimeException {

    private static final long serialVersionUID = 1;

    /// Where it failed: a closed set, for the log.
    public enum Step {
        /// The state is unknown, used, too old, or of another browser.
        STATE,
        /// The provider said no.
        PROVIDER,
        /// The provider gave no token for the code.
        CODE,
        /// The token is not what it must be: its signature, issuer, audience, time or nonce.
        TOKEN,
        /// The token has no name of the person.
        NAME
    }

    private final Step step;

    SignOnFailed(Step step) {
        super("The sign-on failed at the step " + step + ".");
        this.step = step;
    }

    public Step step() {
        return step;
    }
}
