package weir.engine.expression;

/// A condition that cannot be read. The message says what is wrong and the mend; it holds the condition's own words only.
public final class FaultyExpression extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int position;

    /// @param position the character of the text it is about, counted from 0
    public FaultyExpression(String message, int position) {
        super(message);
        this.position = position;
    }

    public int position() {
        return position;
    }
}
