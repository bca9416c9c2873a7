package weir.engine.dataset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What can be told of a dataset without reading it as a specification: a few milliseconds instead of a tenth of a second.
///
/// It may say too much, as when a comment holds the name of a column, and too little only of columns that patterns know.
///
/// @param isXml       whether its returns are XML
/// @param isDated     whether its returns may tell their period by their dates
/// @param hasForms    whether a table of it may be a vertical form
/// @param hasPatterns whether a field of it may be known by a pattern
/// @param words       the texts in which names of fields stand, in lower case
/// @param tokens      the words of these texts
public record Outline(
        boolean isXml, boolean isDated, boolean hasForms, boolean hasPatterns, String words, Set<String> tokens) {

    private Outline(boolean isXml, boolean isDated, boolean hasForms, boolean hasPatterns, String words) {
        this(isXml, isDated, hasForms, hasPatterns, words, tokens(words));
    }

    private static final String FORM = "layout: vertical";
    private static final String PATTERNS = "header-patterns";

    /// @param folder the dataset's own folder
    /// @throws UncheckedIOException when a file cannot be read
    public static Outline read(Path folder) {
        String texts = text(folder.resolve("tables")) + text(folder.resolve("versions"));
        String dataset = text(folder.resolve("dataset.yaml"));
        return new Outline(
                dataset.contains("\nxml:"), dataset.contains("\nperiod-from:"), texts.contains(FORM), texts.contains(PATTERNS), texts.toLowerCase(Locale.ROOT));
    }

    /// The outline of a dataset that is read already.
    public static Outline of(Dataset dataset) {
        List<Table> tables = dataset.versions().stream().flatMap(version -> version.tables().stream()).toList();
        String words = tables.stream()
                .flatMap(table -> table.fields().stream())
                .flatMap(field -> Stream.concat(Stream.of(field.name().value()), field.alsoNamed().stream()))
                .distinct()
                .collect(Collectors.joining("\n"));
        boolean hasForms = tables.stream().anyMatch(table -> table.layout() instanceof Layout.Vertical);
        boolean hasPatterns = tables.stream()
                .flatMap(table -> table.fields().stream())
                .anyMatch(field -> !field.headerPatterns().isEmpty());
        return new Outline(dataset.xml().isPresent(), dataset.inData().isPresent(), hasForms, hasPatterns, words.toLowerCase(Locale.ROOT));
    }

    /// How many columns of a header stand in the texts as whole words.
    public long known(List<String> header) {
        return header.stream().map(FieldName::fold).filter(name -> !name.isEmpty()).distinct().filter(this::holds).count();
    }

    private boolean holds(String name) {
        if (!tokens.containsAll(tokens(name))) {
            return false;
        }
        for (int at = words.indexOf(name); at >= 0; at = words.indexOf(name, at + 1)) {
            if (isEdge(at - 1) && isEdge(at + name.length())) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> tokens(String text) {
        Set<String> tokens = new HashSet<>();
        int from = 0;
        for (int at = 0; at <= text.length(); at++) {
            if (at == text.length() || !isWord(text.charAt(at))) {
                if (at > from) {
                    tokens.add(text.substring(from, at));
                }
                from = at + 1;
            }
        }
        return tokens;
    }

    private boolean isEdge(int at) {
        return at < 0 || at >= words.length() || !isWord(words.charAt(at));
    }

    private static boolean isWord(char character) {
        return Character.isLetterOrDigit(character) || character == '_';
    }

    /// The text of a file, or of all files in a folder; nothing where there is none.
    private static String text(Path path) {
        try (Stream<Path> files = Files.exists(path) ? Files.walk(path) : Stream.empty()) {
            StringBuilder text = new StringBuilder();
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                text.append('\n').append(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
            }
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
