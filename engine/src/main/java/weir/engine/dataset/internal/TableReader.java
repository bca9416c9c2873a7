package weir.engine.dataset.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import weir.engine.dataset.ElementPlace;
import weir.engine.dataset.Field;
import weir.engine.dataset.FieldName;
import weir.engine.dataset.Identity;
import weir.engine.dataset.Layout;
import weir.engine.dataset.Table;
import weir.engine.dataset.TableName;
import weir.engine.yaml.Faults;
import weir.engine.yaml.Nearest;
import weir.engine.yaml.Section;
import weir.engine.yaml.Section.Word;
import weir.engine.yaml.YamlValue.Entry;

/// Reads a table's file, and the fields that a version adds to a table.
///
/// @param sources   the names of the dataset's sources
/// @param codeLists the names of its code lists
record TableReader(Set<String> sources, Set<String> codeLists) {

    Table table(TableName name, Section section, String defaultSource) {
        String source = source(section, defaultSource);
        List<Field> fields = fields(section.entries("fields"), source, section.faults());
        if (fields.isEmpty()) {
            section.fault("fields", "A table has at least one field: add it under 'fields'.");
        }
        Table table = new Table(
                name,
                section.text("title"),
                fields,
                identity(section),
                section.text("repair", ""),
                source,
                layout(section),
                new ShapeReader(section).read());
        TableCheck.report(table, section.line("identity"), section.faults());
        return table;
    }

    List<Field> fields(List<Entry> entries, String defaultSource, Faults faults) {
        List<Field> fields = new ArrayList<>();
        for (Entry entry : entries) {
            Optional<FieldName> name = Names.field(entry.key(), entry.line(), faults);
            Optional<Section> section = Section.of(Language.FIELD, entry.value(), faults);
            if (name.isPresent() && section.isPresent()) {
                fields.add(field(name.get(), section.get(), defaultSource));
            }
        }
        return fields;
    }

    private Field field(FieldName name, Section section, String defaultSource) {
        List<Pattern> headerPatterns = new ArrayList<>();
        for (Word word : section.words("header-patterns")) {
            Patterns.readForHeaders(word, section.faults()).ifPresent(headerPatterns::add);
        }
        return new Field(
                name,
                section.text("title", name.value()),
                new TypeReader(section, codeLists).read(),
                section.flag("required"),
                section.texts("also"),
                headerPatterns,
                new ElementPlace(section.texts("element"), section.flag("repeats")),
                source(section, defaultSource));
    }

    /// The source that a dataset or a version must name.
    String requiredSource(Section section) {
        return section.has("source") ? source(section, "") : section.text("source");
    }

    private String source(Section section, String defaultSource) {
        String source = section.text("source", defaultSource);
        if (!source.isEmpty() && !sources.contains(source)) {
            section.fault("source", "dataset.yaml has no source '" + source + "'." + Nearest.question(source, sources));
        }
        return source;
    }

    private static Layout layout(Section table) {
        boolean isVertical = table.has("layout") && table.word("layout", List.of("vertical")).isPresent();
        for (String key : List.of("sheet", "file-name")) {
            if (isVertical != table.has(key)) {
                table.fault(key, isVertical
                        ? "'" + key + "' is missing: a vertical table says its sheet and what stands in the file's name."
                        : "'" + key + "' goes with 'layout: vertical' only: remove it or add the layout.");
            }
        }
        return isVertical ? new Layout.Vertical(table.text("sheet", ""), table.text("file-name", "")) : Layout.ROWS;
    }

    private static Identity identity(Section table) {
        Optional<Section> section = table.section("identity", Language.IDENTITY);
        if (section.isEmpty()) {
            return Identity.ofWholeRow();
        }
        Section identity = section.get();
        if (!identity.has("key")) {
            identity.fault("key", "'key' is missing: add the fields that name a record, or 'all'.");
        }
        List<Word> key = identity.words("key");
        boolean isWholeRow = key.size() == 1 && key.getFirst().text().equals("all");
        boolean isPerPeriod = identity.has("per") && identity.word("per", List.of("period")).isPresent();
        return new Identity(
                isWholeRow ? List.of() : names(key, identity.faults()),
                isPerPeriod,
                names(identity.words("latest"), identity.faults()));
    }

    private static List<FieldName> names(List<Word> words, Faults faults) {
        List<FieldName> names = new ArrayList<>();
        for (Word word : words) {
            Names.field(word.text(), word.line(), faults).ifPresent(names::add);
        }
        return names;
    }
}
