package weir.platform.journal;

/// What may stand in the journal as text: neither longer than is kept nor with characters the database cannot keep.
final class JournalText {

    static final int ID_LIMIT = 200;
    static final int DETAIL_LIMIT = 1_000;

    private JournalText() {}

    static void check(String what, String text, int limit) {
        if (text.length() > limit) {
            throw new IllegalArgumentException(what + " in the journal has at most " + limit + " characters.");
        }
        boolean isKeepable = text.codePoints().noneMatch(c -> c == 0 || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
        if (!isKeepable) {
            throw new IllegalArgumentException(what + " in the journal must be whole Unicode characters without NUL.");
        }
    }
}
