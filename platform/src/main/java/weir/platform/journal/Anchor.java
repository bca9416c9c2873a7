package weir.platform.journal;

import java.time.Instant;
import java.util.List;

/// The head of the chain at a time, kept outside the database.
public record Anchor(long sequence, ChainHash hash, Instant at) {

    private static final String FIRST_LINE = "weir journal anchor 1";

    /// Four lines of text, for a person and for [#parse].
    public String text() {
        return FIRST_LINE + "\nsequence " + sequence + "\nhash " + hash + "\nat " + at + "\n";
    }

    /// Reads what [#text] has written.
    /// @throws IllegalArgumentException when it is no anchor
    public static Anchor parse(String text) {
        List<String> lines = text.lines().toList();
        if (lines.size() != 4 || !lines.getFirst().equals(FIRST_LINE)) {
            throw new IllegalArgumentException("This is no anchor of the journal: it has another form.");
        }
        return new Anchor(
                Long.parseLong(after("sequence ", lines.get(1))),
                new ChainHash(after("hash ", lines.get(2))),
                Instant.parse(after("at ", lines.get(3))));
    }

    private static String after(String word, String line) {
        if (!line.startsWith(word)) {
            throw new IllegalArgumentException("This is no anchor of the journal: a line begins otherwise.");
        }
        return line.substring(word.length());
    }
}
