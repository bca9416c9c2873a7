package weir.platform.access.hawk;

/// The request is not let in. Answered 401 with an empty body, whatever the reason: only the log knows it.
public final class HawkRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    /// Why. The codes are for logs and metrics.
    public enum Reason {
        NO_HEADER("no-header"),
        UNKNOWN_ID("unknown-id"),
        WRONG_MAC("wrong-mac"),
        WRONG_HASH("wrong-hash"),
        NO_HASH("no-hash"),
        USED_NONCE("used-nonce-or-revoked"),
        WRONG_TIME("wrong-time"),
        WRONG_SCOPE("wrong-scope");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    private final Reason reason;

    public HawkRefused(Reason reason) {
        super(reason.code(), null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
