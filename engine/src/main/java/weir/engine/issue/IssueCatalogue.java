package weir.engine.issue;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/// The words that go with each [IssueCode]: what happened, where, and how to mend it. Never the value.
///
/// Immutable, so one may be shared by all threads. Make it once and hand it on: reading it takes a few milliseconds.
public final class IssueCatalogue {

    private static final String FILE = "catalogue.properties";

    private final Map<IssueCode, IssueWords> words;

    private IssueCatalogue(Map<IssueCode, IssueWords> words) {
        this.words = words;
    }

    /// The catalogue that comes with the program.
    public static IssueCatalogue builtIn() {
        return BuiltIn.CATALOGUE;
    }

    /// Read when it is first asked for.
    private static final class BuiltIn {

        static final IssueCatalogue CATALOGUE = read();
    }

    private static IssueCatalogue read() {
        Properties lines = new Properties();
        try (InputStream in = IssueCatalogue.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("The program is incomplete: " + FILE + " is missing. Install it again.");
            }
            lines.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("The issue catalogue could not be read. Install the program again.", e);
        }
        return of(lines);
    }

    private static IssueCatalogue of(Properties lines) {
        Map<String, Map<String, String>> byCode = new TreeMap<>();
        for (String key : lines.stringPropertyNames()) {
            int dot = key.lastIndexOf('.');
            byCode.computeIfAbsent(key.substring(0, dot), code -> new TreeMap<>())
                    .put(key.substring(dot + 1), lines.getProperty(key));
        }
        Map<IssueCode, IssueWords> words = new TreeMap<>();
        byCode.forEach((code, entry) -> words.put(new IssueCode(code), IssueWords.of(code, entry)));
        return new IssueCatalogue(Collections.unmodifiableMap(words));
    }

    /// Every code the catalogue has words for, in alphabetical order.
    public Set<IssueCode> codes() {
        return words.keySet();
    }

    /// The words of one code. A code of a later version, which the catalogue does not know, gets words that fit any.
    public IssueWords words(IssueCode code) {
        IssueWords known = words.get(code);
        return known == null ? IssueWords.plain(code) : known;
    }

    /// A short name: `Not a date`.
    public String title(IssueCode code) {
        return words(code).title();
    }

    /// What the person who sends the return does about it.
    public String mend(IssueCode code) {
        return words(code).mend();
    }

    /// The issue as a sentence: "Row 214, DECOM: must be a date like 30/04/2011. Found text of 8 characters."
    public String text(Issue issue) {
        return words(issue.code()).text(issue);
    }

    /// Several issues of one code, table and field as a sentence: "41 cells in DECOM must be a date like 30/04/2011."
    /// Of one issue it is [#text(Issue)].
    ///
    /// @param first one of them
    /// @param count how many there are
    public String many(Issue first, long count) {
        IssueWords entry = words(first.code());
        return count == 1 ? entry.text(first) : entry.many(first, count);
    }

    /// What must be true, to follow "must be": what the issue says, or else what its code says; may be empty.
    public String expected(Issue issue) {
        return words(issue.code()).expected(issue);
    }
}
