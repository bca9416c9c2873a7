package weir.engine.pipeline;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import weir.engine.dataset.FieldName;
import weir.engine.dataset.FieldType;
import weir.engine.dataset.Table;
import weir.engine.dataset.Treatment;
import weir.engine.dataset.UseCase.FieldRule;
import weir.engine.dataset.UseCase.TableRule;
import weir.engine.enrich.Enricher;
import weir.engine.enrich.Provenance;
import weir.engine.format.TableWriter.Column;
import weir.engine.format.TableWriter.Kind;
import weir.engine.protect.ProtectionFailed;
import weir.engine.protect.Protector;
import weir.engine.record.Row;
import weir.engine.record.Value;
import weir.engine.repair.Repair;

/// Turns a row of a table into the row a use case receives: only the fields its rule names, each enriched and protected
/// as the rule says. For one thread.
final class RowTreatment {

    /// A field of the output: where its value comes from (-1: nowhere, it is added) and what is done to it.
    @SuppressWarnings("ArrayRecordComponent") // Walked for every value of every row; nobody changes it.
    private record Plan(int from, Treatment[] treatments, Column column) {}

    private final Plan[] plans;
    private final Protector protector;

    RowTreatment(TableRule rule, Table table, Optional<Repair> repair, Protector protector) {
        this.protector = protector;
        Map<FieldName, Given> given = given(table, repair);
        plans = rule.fields().stream().map(field -> plan(field, given, table)).toArray(Plan[]::new);
    }

    /// A field the rows have: its position and type.
    private record Given(int position, FieldType type) {}

    private static Map<FieldName, Given> given(Table table, Optional<Repair> repair) {
        Map<FieldName, Given> given = new HashMap<>();
        table.fields().forEach(field -> given.put(field.name(), new Given(given.size(), field.type())));
        repair.ifPresent(by ->
                by.added().forEach(added -> given.put(added.name(), new Given(given.size(), added.type()))));
        return given;
    }

    private static Plan plan(FieldRule rule, Map<FieldName, Given> given, Table table) {
        if (rule.isAdded()) {
            return new Plan(-1, treatments(rule), column(rule, Kind.TEXT));
        }
        Given field = given.get(rule.of());
        if (field == null) {
            throw new ProtectionFailed("The use case names field " + rule.of() + ", which table " + table.name()
                    + " does not have: correct the specification.");
        }
        return new Plan(field.position(), treatments(rule), column(rule, Columns.kind(field.type())));
    }

    private static Treatment[] treatments(FieldRule rule) {
        return rule.treatments().toArray(Treatment[]::new);
    }

    private static Column column(FieldRule rule, Kind before) {
        return new Column(rule.field().value(), Columns.after(before, rule.treatments()));
    }

    List<Column> columns() {
        return Arrays.stream(plans).map(Plan::column).toList();
    }

    /// The row for the use case; empty when a rule removes it.
    Optional<Row> treat(Row row, Provenance provenance) {
        Value[] values = new Value[plans.length];
        for (int i = 0; i < values.length; i++) {
            Plan plan = plans[i];
            Value value = plan.from() < 0 ? Value.blank() : row.value(plan.from());
            for (Treatment treatment : plan.treatments()) {
                if (treatment == Treatment.Protect.REMOVE_ROW_IF_BLANK && value.isBlank()) {
                    return Optional.empty();
                }
                value = switch (treatment) {
                    case Treatment.Enrich enrich -> Enricher.enrich(enrich, value, provenance);
                    case Treatment.Protect protect -> protector.protect(protect, value);
                };
            }
            values[i] = value;
        }
        return Optional.of(new Row(row.number(), values));
    }
}
