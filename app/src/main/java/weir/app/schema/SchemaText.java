package weir.app.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import weir.engine.dataset.Code;
import weir.engine.dataset.Dataset;
import weir.engine.dataset.Difference;
import weir.engine.dataset.Field;
import weir.engine.dataset.FieldName;
import weir.engine.dataset.FieldType;
import weir.engine.dataset.Identity;
import weir.engine.dataset.Period;
import weir.engine.dataset.Source;
import weir.engine.dataset.Specification;
import weir.engine.dataset.Table;
import weir.engine.dataset.TypeInWords;
import weir.engine.dataset.UseCase;

/// Specifications as text for a terminal.
final class SchemaText {

    private static final int VERSIONS_LISTED = 10;
    private static final int NAMES_LISTED = 12;

    private SchemaText() {}

    static String of(List<Dataset> datasets) {
        Columns columns = new Columns("DATASET", "TITLE", "RULES SINCE", "USE CASES");
        for (Dataset dataset : datasets) {
            columns.add(
                    dataset.id().value(),
                    dataset.title(),
                    dataset.periodKind() == Period.Kind.NONE ? "" : versions(dataset),
                    dataset.useCases().stream().map(UseCase::name).map(Object::toString).collect(Collectors.joining(", ")));
        }
        return columns.text();
    }

    private static String versions(Dataset dataset) {
        List<String> versions = dataset.versions().stream().map(version -> version.since().toString()).toList();
        return versions.size() <= VERSIONS_LISTED
                ? String.join(", ", versions)
                : versions.getFirst() + " to " + versions.getLast() + ", " + versions.size() + " versions";
    }

    static String of(Dataset dataset, Specification version) {
        StringBuilder text = new StringBuilder();
        line(text, dataset.id() + ": " + dataset.title());
        if (dataset.periodKind() != Period.Kind.NONE) {
            line(text, "Rules since " + version.since());
        }
        line(text, "Source: " + source(dataset, version.source()));
        version.reasons().forEach(reason -> line(text, "Changed: " + reason));
        line(text, "");
        Columns columns = new Columns("TABLE", "FIELDS", "TITLE");
        for (Table table : version.tables()) {
            columns.add(table.name().value(), Integer.toString(table.fields().size()), table.title());
        }
        return text.append(columns.text()).toString();
    }

    static String of(Dataset dataset, Table table) {
        StringBuilder text = new StringBuilder();
        line(text, table.name() + ": " + table.title());
        line(text, "Source: " + source(dataset, table.source()));
        line(text, identity(table.identity()));
        if (!table.repair().isEmpty()) {
            line(text, "Repaired across periods: " + table.repair() + ".");
        }
        line(text, "");
        Columns columns = new Columns("FIELD", "BLANK", "TYPE", "TITLE");
        for (Field field : table.fields()) {
            columns.add(field.name().value(), field.isRequired() ? "no" : "yes", TypeInWords.of(field.type()), field.title());
        }
        text.append(columns.text());
        table.fields().forEach(field -> addCodes(text, field));
        return text.toString();
    }

    static String of(List<Difference> differences, String from, String to) {
        if (differences.isEmpty()) {
            return "Nothing changed between " + from + " and " + to + ".\n";
        }
        return differences.stream().map(difference -> difference.sentence() + "\n").collect(Collectors.joining());
    }

    private static void addCodes(StringBuilder text, Field field) {
        if (!(field.type() instanceof FieldType.Category category)) {
            return;
        }
        line(text, "");
        line(text, "Codes of " + field.name() + ":");
        Columns columns = new Columns();
        for (Code code : category.codes()) {
            columns.add("  " + code.code(), code.meaning(), alsoWritten(code));
        }
        text.append(columns.text());
    }

    private static String alsoWritten(Code code) {
        List<String> others = code.names().stream().filter(name -> !name.equals(code.meaning())).toList();
        if (others.isEmpty()) {
            return "";
        }
        int more = others.size() - NAMES_LISTED;
        return "also written " + others.stream().limit(NAMES_LISTED).collect(Collectors.joining(", "))
                + (more > 0 ? " and " + more + " more" : "");
    }

    private static String identity(Identity identity) {
        String key = identity.key().isEmpty() ? "every field" : names(identity.key());
        String when = identity.isPerPeriod() ? " in the same period" : "; the latest return's stays";
        String latest = identity.latest().isEmpty() ? "" : ", within a return the one with the latest " + names(identity.latest());
        return "Rows are one record when they share " + key + when + latest + ".";
    }

    private static String names(List<FieldName> names) {
        return names.stream().map(FieldName::value).collect(Collectors.joining(", "));
    }

    private static String source(Dataset dataset, String id) {
        return dataset.sources().stream()
                .filter(source -> source.id().equals(id))
                .map(SchemaText::source)
                .findFirst()
                .orElse(id);
    }

    private static String source(Source source) {
        return source.address().isEmpty() ? source.title() : source.title() + ", " + source.address();
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append('\n');
    }

    /// Lines with columns as wide as their widest cell.
    private static final class Columns {

        private final List<String[]> lines = new ArrayList<>();

        Columns(String... headers) {
            if (headers.length > 0) {
                lines.add(headers);
            }
        }

        void add(String... cells) {
            lines.add(cells);
        }

        String text() {
            StringBuilder text = new StringBuilder();
            for (String[] cells : lines) {
                StringBuilder line = new StringBuilder();
                for (int i = 0; i < cells.length; i++) {
                    line.append(cells[i]).repeat(" ", width(i) - cells[i].length() + 2);
                }
                line(text, line.toString().stripTrailing());
            }
            return text.toString();
        }

        private int width(int column) {
            return lines.stream().mapToInt(cells -> cells[column].length()).max().orElse(0);
        }
    }
}
