package weir.platform.access.key.store;

/// The two kinds of keys.
public enum KeyKind {
    API("api"),
    HAWK("hawk");

    private final String code;

    KeyKind(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /// @throws IllegalArgumentException when there is no such kind
    public static KeyKind ofCode(String code) {
        return switch (code) {
            case "api" -> API;
            case "hawk" -> HAWK;
            default -> throw new IllegalArgumentException("A key is of the kind api or hawk.");
        };
    }
}
