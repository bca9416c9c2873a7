package weir.engine.audit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import weir.engine.dataset.Disclosure;
import weir.engine.dataset.FieldName;
import weir.engine.dataset.TableName;
import weir.engine.dataset.Treatment;
import weir.engine.dataset.UseCase;
import weir.engine.dataset.UseCase.FieldRule;
import weir.engine.dataset.UseCase.TableRule;

/// The audit of one use case.
final class UseCaseAudit {

    private final UseCase useCase;
    private final FieldHistory history;

    UseCaseAudit(UseCase useCase, FieldHistory history) {
        this.useCase = useCase;
        this.history = history;
    }

    List<AuditLine> lines() {
        List<AuditLine> lines = new ArrayList<>();
        for (TableName table : history.tables()) {
            Optional<TableRule> rule = useCase.table(table);
            Set<FieldName> ruled = new HashSet<>();
            if (rule.isPresent()) {
                for (FieldRule field : rule.get().fields()) {
                    ruled.add(field.field());
                    lines.add(line(table, field));
                }
            }
            String reason = rule.isPresent() ? "no rule names the field" : "no rule names the table";
            for (FieldName field : history.fieldsOf(table)) {
                if (!ruled.contains(field)) {
                    lines.add(line(table, field, Fate.REMOVED, reason, useCase.otherwise()));
                }
            }
        }
        return lines;
    }

    List<DisclosureLine> controls() {
        List<DisclosureLine> controls = new ArrayList<>();
        for (TableRule table : useCase.tables()) {
            table.disclosure().ifPresent(control -> addTo(controls, table.table().value(), false, control));
        }
        useCase.reports().forEach(report -> addTo(controls, report.output(), true, report.disclosure()));
        return controls;
    }

    private void addTo(List<DisclosureLine> controls, String output, boolean isReport, Disclosure control) {
        control.kAnonymity().ifPresent(rule -> controls.add(new DisclosureLine(
                useCase.name(), output, isReport, rule.fields(), rule.k(), "k-anonymity", rule.description(), rule.clause(),
                textOf(rule.clause()))));
        control.smallCounts().ifPresent(rule -> controls.add(new DisclosureLine(
                useCase.name(), output, isReport, rule.fields(), rule.k(), "small-counts", rule.description(), rule.clause(),
                textOf(rule.clause()))));
    }

    private String textOf(String clause) {
        return useCase.agreement().clauses().getOrDefault(clause, "");
    }

    private AuditLine line(TableName table, FieldRule rule) {
        boolean isAddedByRepair = !rule.isAdded() && !history.has(table, rule.field());
        if (isAddedByRepair) {
            return line(table, rule.field(), Fate.ADDED, "added by the repair of the table", rule.clause());
        }
        return line(table, rule.field(), fate(rule), description(table, rule), rule.clause());
    }

    private AuditLine line(TableName table, FieldName field, Fate fate, String description, String clause) {
        return new AuditLine(
                useCase.name(),
                table,
                field,
                fate,
                description,
                history.periods(table, field),
                clause,
                textOf(clause));
    }

    private static Fate fate(FieldRule rule) {
        if (rule.isAdded()) {
            return Fate.ADDED;
        }
        if (rule.treatments().stream().anyMatch(Treatment.Protect.class::isInstance)) {
            return Fate.REDUCED;
        }
        return rule.treatments().isEmpty() ? Fate.KEPT : Fate.ENRICHED;
    }

    private String description(TableName table, FieldRule rule) {
        boolean isMended = !rule.isAdded() && history.isMended(table, rule.field());
        if (rule.treatments().isEmpty()) {
            return isMended ? "kept, or mended by the repair of the table" : "kept as it is";
        }
        String first = isMended ? "mended by the repair of the table; " : "";
        return first + rule.treatments().stream().map(Treatment::description).collect(Collectors.joining("; "));
    }
}
