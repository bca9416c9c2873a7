package weir.engine.format.internal;

/// Looks through the XML of a workbook for cells in columns no spreadsheet has, such as `r="ZZZZZZ1"`: the library that
/// reads workbooks would make room for every column before it.
///
/// It goes by the bytes, zeros left out, so that it sees every encoding alike; a reference written with character
/// entities counts as wide.
final class CellReferences {

    private static final int MOST_LETTERS = 3;

    private final boolean isWatching;
    private State state = State.ELSEWHERE;
    private int letters;

    /// How much of `r="AB` has been seen.
    private enum State {
        ELSEWHERE,
        SPACE,
        NAME,
        EQUALS,
        REFERENCE
    }

    /// @param isWatching whether the bytes may hold references
    CellReferences(boolean isWatching) {
        this.isWatching = isWatching;
    }

    /// Takes the next bytes. Whether they hold, or end, a reference to too wide a column.
    boolean meetWide(byte[] bytes, int count) {
        if (!isWatching) {
            return false;
        }
        for (int i = 0; i < count; i++) {
            byte each = bytes[i];
            if (state == State.ELSEWHERE ? isSpace(each) : each != 0) {
                state = next(each);
                if (state == State.REFERENCE && letters > MOST_LETTERS) {
                    return true;
                }
            }
        }
        return false;
    }

    private State next(byte each) {
        if (state == State.REFERENCE) {
            return inReference(each);
        }
        if (isSpace(each)) {
            return state == State.NAME || state == State.EQUALS ? state : State.SPACE;
        }
        if (state == State.SPACE && each == 'r') {
            return State.NAME;
        }
        if (state == State.NAME && each == '=') {
            return State.EQUALS;
        }
        if (state == State.EQUALS && (each == '"' || each == '\'')) {
            letters = 0;
            return State.REFERENCE;
        }
        return State.ELSEWHERE;
    }

    private State inReference(byte each) {
        if (each >= 'A' && each <= 'Z' || each >= 'a' && each <= 'z') {
            letters++;
            return State.REFERENCE;
        }
        if (each == '&') {
            letters = MOST_LETTERS + 1;
            return State.REFERENCE;
        }
        return isSpace(each) || each == '$' ? State.REFERENCE : State.ELSEWHERE;
    }

    private static boolean isSpace(byte each) {
        return each == ' ' || each == '\t' || each == '\n' || each == '\r';
    }
}
