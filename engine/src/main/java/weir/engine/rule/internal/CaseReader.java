package weir.engine.rule.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import weir.engine.dataset.FieldName;
import weir.engine.dataset.Specification;
import weir.engine.dataset.Table;
import weir.engine.rule.Rule;
import weir.engine.rule.Rule.TableUse;
import weir.engine.rule.RuleCase;
import weir.engine.yaml.Faults;
import weir.engine.yaml.YamlValue;
import weir.engine.yaml.YamlValue.Entry;
import weir.engine.yaml.YamlValue.Items;
import weir.engine.yaml.YamlValue.Mapping;
import weir.engine.yaml.YamlValue.Scalar;

/// Reads the cases of a rule: for a rule of one record a record, for a rule across records small tables.
final class CaseReader {

    private final List<Specification> versions;
    private final Faults faults;

    CaseReader(List<Specification> versions, Faults faults) {
        this.versions = versions;
        this.faults = faults;
    }

    List<RuleCase> read(List<YamlValue> items, Rule.Test test, String table) {
        List<RuleCase> cases = new ArrayList<>();
        for (YamlValue item : items) {
            switch (test) {
                case Rule.OfRecord _ -> cases.add(ofRecord(item, table));
                case Rule.Across across -> ofTables(item, across).ifPresent(cases::add);
            }
        }
        return cases;
    }

    private RuleCase ofRecord(YamlValue item, String table) {
        return new RuleCase(Map.of(table, List.of(row(item, table))), item.line());
    }

    private Optional<RuleCase> ofTables(YamlValue item, Rule.Across across) {
        if (!(item instanceof Mapping mapping)) {
            faults.add(item.line(), "A case of this rule is a mapping of tables to rows; found " + item.words() + ".");
            return Optional.empty();
        }
        Map<String, List<Map<String, String>>> tables = new LinkedHashMap<>();
        across.reads().forEach(use -> tables.put(use.name(), List.of()));
        for (Entry entry : mapping.entries().values()) {
            Optional<TableUse> use = across.reads().stream()
                    .filter(one -> one.name().equals(entry.key()))
                    .findFirst();
            if (use.isEmpty()) {
                faults.add(entry.line(), "The rule does not read a table '" + entry.key() + "': add it to 'reads'.");
            } else {
                tables.put(entry.key(), rows(entry.value(), use.get().table().value()));
            }
        }
        return Optional.of(new RuleCase(tables, item.line()));
    }

    private List<Map<String, String>> rows(YamlValue value, String table) {
        List<YamlValue> items = value instanceof Items list ? list.values() : List.of(value);
        return items.stream().map(item -> row(item, table)).toList();
    }

    private Map<String, String> row(YamlValue value, String table) {
        Map<String, String> cells = new LinkedHashMap<>();
        if (!(value instanceof Mapping mapping)) {
            faults.add(value.line(), "A row of a case is a mapping of fields to cells; found " + value.words() + ".");
            return cells;
        }
        for (Entry entry : mapping.entries().values()) {
            boolean isKnown = versions.stream()
                    .flatMap(version -> version.tables().stream())
                    .anyMatch(one -> isField(one, table, entry.key()));
            if (!isKnown) {
                faults.add(entry.line(), "The table " + table + " has no field '" + entry.key() + "'.");
            } else if (entry.value() instanceof Scalar scalar) {
                cells.put(entry.key(), scalar.text());
            } else {
                faults.add(entry.line(), "A cell of a case is one value; found " + entry.value().words() + ".");
            }
        }
        return cells;
    }

    private static boolean isField(Table table, String name, String field) {
        return table.name().value().equals(name) && table.field(new FieldName(field)).isPresent();
    }
}
