package weir.engine.dataset.internal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import weir.engine.dataset.Table;
import weir.engine.dataset.TableName;
import weir.engine.yaml.Faults;
import weir.engine.yaml.Form;
import weir.engine.yaml.Nearest;
import weir.engine.yaml.Section;
import weir.engine.yaml.YamlValue;
import weir.engine.yaml.YamlValue.Mapping;

/// Applies the changes of a version's file to the edition before it.
final class VersionReader {

    private static final List<String> SUBJECTS = List.of("codes", "table", "add-table", "remove-table");

    private final Folder folder;
    private final List<String> tableFolders;
    private final TableReader tables;
    private final Edition edition;
    private final Set<String> read = new LinkedHashSet<>();

    /// @param tableFolders where a table's file is looked for, in this order
    VersionReader(Folder folder, List<String> tableFolders, TableReader tables, Edition edition) {
        this.folder = folder;
        this.tableFolders = List.copyOf(tableFolders);
        this.tables = tables;
        this.edition = edition;
    }

    /// The files of tables that were read.
    Set<String> tableFiles() {
        return read;
    }

    /// The reasons of the changes, a sentence each.
    List<String> apply(Section version, String source) {
        List<String> reasons = new ArrayList<>();
        if (version.items("changes").isEmpty()) {
            version.fault("changes", "A version has at least one change: add it under 'changes'.");
        }
        for (YamlValue item : version.items("changes")) {
            change(item, version.faults()).ifPresent(change -> {
                reasons.add(change.text("because"));
                make(change, source);
            });
        }
        return reasons;
    }

    private Optional<Section> change(YamlValue item, Faults faults) {
        if (!(item instanceof Mapping mapping)) {
            faults.add(item.line(), "A change is a mapping of keys to values; found " + item.words() + ".");
            return Optional.empty();
        }
        List<String> subjects = SUBJECTS.stream().filter(mapping.entries()::containsKey).toList();
        if (subjects.size() != 1) {
            faults.add(item.line(), "A change names one of codes, table, add-table and remove-table"
                    + (subjects.isEmpty() ? "." : ": split this one."));
            return Optional.empty();
        }
        return Optional.of(new Section(form(subjects.getFirst()), mapping, faults));
    }

    private static Form form(String subject) {
        return switch (subject) {
            case "codes" -> Language.CODES_CHANGE;
            case "table" -> Language.TABLE_CHANGE;
            case "add-table" -> Language.ADDED_TABLE;
            default -> Language.REMOVED_TABLE;
        };
    }

    private void make(Section change, String source) {
        if (change.has("codes")) {
            new CodesChange(edition, change).apply(tables.codeLists(), source);
        } else if (change.has("add-table")) {
            addTable(change, source);
        } else {
            String key = change.has("table") ? "table" : "remove-table";
            existing(change, key).ifPresent(table -> {
                if (key.equals("table")) {
                    edition.replace(new TableChange(table, change).apply(tables, source));
                } else {
                    edition.remove(table.name());
                }
            });
        }
    }

    private Optional<Table> existing(Section change, String key) {
        String name = change.text(key);
        Optional<Table> table = edition.table(name);
        if (table.isEmpty() && !name.isEmpty()) {
            change.fault(key, "There is no table '" + name + "' in this version."
                    + Nearest.question(name, edition.tableNames()));
        }
        return table;
    }

    private void addTable(Section change, String source) {
        String name = change.text("add-table");
        if (edition.table(name).isPresent()) {
            change.fault("add-table", "The table '" + name + "' is there already: change it with 'table'.");
            return;
        }
        table(name, change.line("add-table"), source, change.faults()).ifPresent(edition::add);
    }

    /// Reads a table's file, named by a list of tables or a change.
    Optional<Table> table(String text, int line, String source, Faults faults) {
        Optional<TableName> name = Names.table(text, line, faults);
        if (name.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> file = tableFolders.stream()
                .map(place -> place + "/" + text + ".yaml")
                .filter(folder::has)
                .findFirst();
        if (file.isEmpty()) {
            faults.add(line, "There is no " + tableFolders.getLast() + "/" + text + ".yaml: write it, or correct the name."
                    + Nearest.question(text, tableFolders.stream().flatMap(place -> folder.namesIn(place).stream()).toList()));
            return Optional.empty();
        }
        read.add(file.get());
        return folder.section(file.get(), Language.TABLE).map(section -> tables.table(name.get(), section, source));
    }
}
