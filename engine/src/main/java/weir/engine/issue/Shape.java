package weir.engine.issue;

/// What a cell looked like, said without its content: only the kind of its characters and their number.
///
/// @param kind   the kind of characters found
/// @param length the number of characters (Unicode code points); 0 where nothing was found
public record Shape(Kind kind, int length) {

    /// The shape of an issue that is not about a cell.
    public static final Shape NONE = new Shape(Kind.NONE, 0);

    /// The kinds of characters a cell can be made of.
    public enum Kind {
        NONE,
        BLANK,
        DIGITS,
        LETTERS,
        TEXT,
        NUMBER,
        DATE,
        TIME,
        BOOLEAN
    }

    /// The shape of a cell's text.
    public static Shape of(String text) {
        if (text.isBlank()) {
            return new Shape(Kind.BLANK, 0);
        }
        String trimmed = text.strip();
        boolean digits = trimmed.chars().allMatch(c -> c >= '0' && c <= '9');
        boolean letters = !digits && trimmed.codePoints().allMatch(Character::isLetter);
        Kind kind = digits ? Kind.DIGITS : letters ? Kind.LETTERS : Kind.TEXT;
        return new Shape(kind, trimmed.codePointCount(0, trimmed.length()));
    }

    /// In words that follow "found": `text of 8 characters`, `8 digits`, `a blank`.
    public String words() {
        String plural = length == 1 ? "" : "s";
        return switch (kind) {
            case NONE -> "nothing";
            case BLANK -> "a blank";
            case DIGITS -> length + " digit" + plural;
            case LETTERS -> length + " letter" + plural;
            case TEXT -> "text of " + length + " character" + plural;
            case NUMBER -> "a number";
            case DATE -> "a date";
            case TIME -> "a time";
            case BOOLEAN -> "true or false";
        };
    }
}
