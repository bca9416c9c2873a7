package weir.engine.dataset.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import weir.engine.dataset.Field;
import weir.engine.dataset.FieldName;
import weir.engine.dataset.Table;
import weir.engine.yaml.Faults;
import weir.engine.yaml.Nearest;

/// Checks that the parts of a table fit together.
final class TableCheck {

    private TableCheck() {}

    /// @param line where the table, or the change that made it so, stands
    static void report(Table table, int line, Faults faults) {
        reportSharedHeaders(table, line, faults);
        ShapeCheck.report(table, line, faults);
        List<FieldName> named = new ArrayList<>(table.identity().key());
        named.addAll(table.identity().latest());
        for (FieldName name : named) {
            if (table.field(name).isEmpty()) {
                faults.add(line, "The identity of " + table.name() + " names the field '" + name
                        + "', which the table does not have." + Nearest.question(name.value(), fieldNames(table)));
            }
        }
    }

    static List<String> fieldNames(Table table) {
        return table.fields().stream().map(field -> field.name().value()).toList();
    }

    private static void reportSharedHeaders(Table table, int line, Faults faults) {
        Map<String, FieldName> fieldByHeader = new HashMap<>();
        for (Field field : table.fields()) {
            reportShared(fieldByHeader, field, field.name().value(), line, faults);
            for (String also : field.alsoNamed()) {
                reportShared(fieldByHeader, field, also, line, faults);
            }
        }
    }

    private static void reportShared(
            Map<String, FieldName> fieldByHeader, Field field, String header, int line, Faults faults) {
        FieldName other = fieldByHeader.putIfAbsent(FieldName.fold(header), field.name());
        if (other != null) {
            faults.add(line, other.equals(field.name())
                    ? "The header '" + header + "' names the field " + other + " twice: remove one of them."
                    : "The header '" + header + "' names two fields, " + other + " and " + field.name()
                            + ": remove it from one of them.");
        }
    }
}
