package weir.engine.expression.internal;

/// What a term stands for, as the type checker of CEL tells it. A day is CEL's timestamp at midnight UTC.
public enum Kind {
    BOOL("true or false"),
    INT("a whole number"),
    DOUBLE("a decimal number"),
    TEXT("a text"),
    DAY("a day"),
    NULL("null"),
    LIST("a list");

    private final String words;

    Kind(String words) {
        this.words = words;
    }

    /// To follow "this is": `a day`.
    public String words() {
        return words;
    }

    boolean isOrdered() {
        return this != NULL && this != LIST;
    }
}
