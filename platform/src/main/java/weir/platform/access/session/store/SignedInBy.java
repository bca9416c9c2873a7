package weir.platform.access.session.store;

/// Where a person signed in.
public enum SignedInBy {
    LOCAL("local"),
    OPENID("openid");

    private final String code;

    SignedInBy(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
