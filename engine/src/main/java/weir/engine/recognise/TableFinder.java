package weir.engine.recognise;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import weir.engine.dataset.FieldName;
import weir.engine.dataset.Layout;
import weir.engine.dataset.Specification;
import weir.engine.dataset.Table;
import weir.engine.dataset.TableName;

/// Finds the table a header belongs to: the one whose every field stands in it. More columns do no harm.
public final class TableFinder {

    private final Specification specification;

    public TableFinder(Specification specification) {
        this.specification = specification;
    }

    /// What a header turned out to be.
    public sealed interface Finding {

        /// One table.
        record Found(HeaderMatch match) implements Finding {}

        /// The header holds all fields of more than one table.
        record Ambiguous(List<TableName> tables) implements Finding {}

        /// No table has all its fields in the header.
        ///
        /// @param nearest about the nearest table, to follow a semicolon; may be empty
        /// @param share   how much of the nearest table the header has, from 0 to 1
        record Unknown(String nearest, double share) implements Finding {}
    }

    /// @param stated   the table the sender named
    /// @param fileName the file's name, which settles a header that fits several tables
    public Finding find(List<String> header, Optional<TableName> stated, String fileName) {
        List<HeaderMatch> matches = specification.tables().stream()
                .filter(table -> table.layout() instanceof Layout.Rows)
                .filter(table -> stated.isEmpty()
                        || stated.get().value().equalsIgnoreCase(table.name().value()))
                .map(table -> HeaderMatch.of(table, header))
                .toList();
        List<HeaderMatch> whole = matches.stream().filter(HeaderMatch::isWhole).toList();
        if (whole.size() == 1) {
            return new Finding.Found(whole.getFirst());
        }
        return whole.isEmpty() ? unknown(matches) : settle(whole, fileName);
    }

    private static Finding settle(List<HeaderMatch> whole, String fileName) {
        String folded = fileName.toLowerCase(Locale.ROOT);
        List<HeaderMatch> named = whole.stream()
                .filter(match -> folded.contains(match.table().name().value().toLowerCase(Locale.ROOT)))
                .toList();
        if (named.size() == 1) {
            return new Finding.Found(named.getFirst());
        }
        return new Finding.Ambiguous(whole.stream().map(match -> match.table().name()).toList());
    }

    private static Finding unknown(List<HeaderMatch> matches) {
        Optional<HeaderMatch> best = matches.stream()
                .filter(match -> match.found() * 2 >= match.columns().size())
                .max(Comparator.comparingDouble(TableFinder::share));
        return best.map(match -> new Finding.Unknown(
                        "the nearest is " + match.table().name() + ", without "
                                + match.missing().stream().map(FieldName::value).collect(Collectors.joining(", ")),
                        share(match)))
                .orElseGet(() -> new Finding.Unknown("", 0));
    }

    private static double share(HeaderMatch match) {
        return (double) match.found() / match.columns().size();
    }

    /// The tables of the specification, for messages.
    public String tableNames() {
        return specification.tables().stream()
                .map(Table::name)
                .map(TableName::value)
                .collect(Collectors.joining(", "));
    }
}
