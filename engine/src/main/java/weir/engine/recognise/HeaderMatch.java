package weir.engine.recognise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import weir.engine.dataset.Field;
import weir.engine.dataset.FieldName;
import weir.engine.dataset.Table;

/// How a file's columns and a table's fields fit together.
///
/// @param table     the table
/// @param columns   for each field, the column it stands in; -1 for a field the file lacks
/// @param unknown   the columns that are no field, in order; columns with a blank header are left out
/// @param repeated  the columns that name a field another column has already named
/// @param ambiguous the columns that patterns take for more than one field
public record HeaderMatch(
        Table table, List<Integer> columns, List<Integer> unknown, List<Integer> repeated, List<Integer> ambiguous) {

    public HeaderMatch {
        columns = List.copyOf(columns);
        unknown = List.copyOf(unknown);
        repeated = List.copyOf(repeated);
        ambiguous = List.copyOf(ambiguous);
    }

    /// Names and synonyms come first, for all columns; only then are patterns tried, and only on what is left.
    public static HeaderMatch of(Table table, List<String> header) {
        return new Matching(table, header).match();
    }

    /// Whether the file has every field.
    public boolean isWhole() {
        return !columns.contains(-1);
    }

    public List<FieldName> missing() {
        List<FieldName> missing = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i) < 0) {
                missing.add(table.fields().get(i).name());
            }
        }
        return missing;
    }

    /// How many of the table's fields the file has.
    public int found() {
        return columns.size() - missing().size();
    }

    public Optional<Field> fieldAt(int column) {
        int field = columns.indexOf(column);
        return field < 0 ? Optional.empty() : Optional.of(table.fields().get(field));
    }

    /// The fields that patterns take a column for, with those that other columns name.
    public List<FieldName> fieldsLike(String header) {
        return table.fields().stream().filter(field -> field.isLike(header)).map(Field::name).toList();
    }

    /// One matching, while it goes on.
    private static final class Matching {

        private final Table table;
        private final List<String> header;
        private final Integer[] columns;
        private final boolean[] isByPattern;
        private final List<Integer> left = new ArrayList<>();
        private final List<Integer> unknown = new ArrayList<>();
        private final List<Integer> repeated = new ArrayList<>();
        private final List<Integer> ambiguous = new ArrayList<>();

        Matching(Table table, List<String> header) {
            this.table = table;
            this.header = header;
            this.columns = new Integer[table.fields().size()];
            this.isByPattern = new boolean[columns.length];
            Arrays.fill(columns, -1);
        }

        HeaderMatch match() {
            for (int column = 0; column < header.size(); column++) {
                takeByName(column);
            }
            for (int column : left) {
                takeByPattern(column);
            }
            return new HeaderMatch(table, Arrays.asList(columns), unknown, repeated, ambiguous);
        }

        private void takeByName(int column) {
            String folded = FieldName.fold(header.get(column));
            for (int i = 0; i < columns.length; i++) {
                if (table.fields().get(i).isNamed(folded)) {
                    if (columns[i] < 0) {
                        columns[i] = column;
                    } else {
                        repeated.add(column);
                    }
                    return;
                }
            }
            if (!folded.isEmpty()) {
                left.add(column);
            }
        }

        private void takeByPattern(int column) {
            List<Integer> open = new ArrayList<>();
            boolean isTaken = false;
            for (int i = 0; i < columns.length; i++) {
                if ((columns[i] < 0 || isByPattern[i]) && table.fields().get(i).isLike(header.get(column))) {
                    open.add(i);
                    isTaken |= columns[i] >= 0;
                }
            }
            if (open.isEmpty()) {
                unknown.add(column);
            } else if (open.size() > 1) {
                ambiguous.add(column);
            } else if (isTaken) {
                repeated.add(column);
            } else {
                columns[open.getFirst()] = column;
                isByPattern[open.getFirst()] = true;
            }
        }
    }
}
