package weir.engine.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Compares two specifications of a dataset.
final class Comparison {

    private final Specification earlier;
    private final Specification later;
    private final List<Difference> differences = new ArrayList<>();

    Comparison(Specification earlier, Specification later) {
        this.earlier = earlier;
        this.later = later;
    }

    List<Difference> differences() {
        for (Table table : later.tables()) {
            Optional<Table> before = earlier.table(table.name());
            before.ifPresentOrElse(
                    old -> compare(old, table),
                    () -> add(table, "", "is new, with " + table.fields().size() + " fields"));
        }
        for (Table table : earlier.tables()) {
            if (later.table(table.name()).isEmpty()) {
                add(table, "", "is gone");
            }
        }
        return List.copyOf(differences);
    }

    private void compare(Table before, Table after) {
        if (!before.identity().equals(after.identity())) {
            add(after, "", "has another identity");
        }
        for (Field field : after.fields()) {
            before.field(field.name()).ifPresentOrElse(
                    old -> compare(after, old, field),
                    () -> add(after, field.name().value(), "is new: " + TypeInWords.of(field.type())));
        }
        for (Field field : before.fields()) {
            if (after.field(field.name()).isEmpty()) {
                add(after, field.name().value(), "is gone");
            }
        }
    }

    private void compare(Table table, Field before, Field after) {
        String name = after.name().value();
        if (before.isRequired() != after.isRequired()) {
            add(table, name, after.isRequired() ? "may no longer be blank" : "may now be blank");
        }
        if (!before.alsoNamed().equals(after.alsoNamed())
                || !expressions(before.headerPatterns()).equals(expressions(after.headerPatterns()))) {
            add(table, name, "is named by other headers");
        }
        if (before.type() instanceof FieldType.Category old && after.type() instanceof FieldType.Category now) {
            compare(table, name, old.codes(), now.codes());
        } else if (!sameType(before.type(), after.type())) {
            add(table, name, "was " + TypeInWords.of(before.type()) + " and is now " + TypeInWords.of(after.type()));
        }
    }

    private void compare(Table table, String field, List<Code> before, List<Code> after) {
        List<String> added = missingIn(before, after);
        List<String> removed = missingIn(after, before);
        if (!added.isEmpty()) {
            add(table, field, "now allows " + enumerate(added));
        }
        if (!removed.isEmpty()) {
            add(table, field, "no longer allows " + enumerate(removed));
        }
        List<String> renamed = new ArrayList<>();
        for (Code code : after) {
            if (before.stream().anyMatch(old -> old.code().equals(code.code()) && !isWrittenAs(old, code))) {
                renamed.add(code.code());
            }
        }
        if (!renamed.isEmpty()) {
            add(table, field, "has other ways to write " + enumerate(renamed));
        }
    }

    private static List<String> missingIn(List<Code> codes, List<Code> from) {
        return from.stream()
                .map(Code::code)
                .filter(code -> codes.stream().noneMatch(other -> other.code().equals(code)))
                .toList();
    }

    private static boolean isWrittenAs(Code a, Code b) {
        return a.names().equals(b.names()) && expressions(a.patterns()).equals(expressions(b.patterns()));
    }

    private static boolean sameType(FieldType a, FieldType b) {
        if (a instanceof FieldType.Matching before && b instanceof FieldType.Matching after) {
            return expressions(List.of(before.pattern())).equals(expressions(List.of(after.pattern())));
        }
        return a.equals(b);
    }

    private static List<String> expressions(List<Pattern> patterns) {
        return patterns.stream().map(pattern -> pattern.flags() + pattern.pattern()).toList();
    }

    private static String enumerate(List<String> words) {
        if (words.size() == 1) {
            return words.getFirst();
        }
        return String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.getLast();
    }

    private void add(Table table, String field, String verb) {
        String subject = field.isEmpty() ? "The table " + table.name() : table.name() + ", " + field + ":";
        differences.add(new Difference(table.name(), field, subject + " " + verb + "."));
    }
}
