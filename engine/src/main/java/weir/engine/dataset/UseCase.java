package weir.engine.dataset;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What one agreed purpose may take from a dataset. Every rule names the clause of the agreement it implements; what no
/// rule names is removed.
///
/// @param name      its name
/// @param title     the purpose in words
/// @param agreement the information-governance agreement behind it
/// @param retention how many years of returns it may hold
/// @param otherwise the clause by which every table and field without a rule is removed
/// @param tables    the tables that may leave
/// @param reports   what is done to outputs of reports before they are published
public record UseCase(
        UseCaseName name,
        String title,
        Agreement agreement,
        Retention retention,
        String otherwise,
        List<TableRule> tables,
        List<ReportRule> reports) {

    public UseCase {
        tables = List.copyOf(tables);
        reports = List.copyOf(reports);
    }

    public Optional<TableRule> table(TableName name) {
        return tables.stream()
                .filter(rule -> rule.table().value().equalsIgnoreCase(name.value()))
                .findFirst();
    }

    /// The control that an output of a report needs, if any.
    public Optional<Disclosure> disclosureOf(String reportOutput) {
        return reports.stream().filter(rule -> rule.output().equals(reportOutput)).findFirst().map(ReportRule::disclosure);
    }

    /// An information-governance agreement.
    ///
    /// @param title     its title
    /// @param reference how the organisations file it
    /// @param clauses   the text of each clause by its number, in the order of the agreement
    public record Agreement(String title, String reference, Map<String, String> clauses) {}

    /// How long returns may be held.
    ///
    /// @param years      whole years, the current one included
    /// @param startMonth the month (1 to 12) from which the next year's return may be handed in
    /// @param clause     the clause of the agreement
    public record Retention(int years, int startMonth, String clause) {}

    /// A table that may leave.
    ///
    /// @param table      the table
    /// @param clause     the clause that lets it leave
    /// @param fields     the fields of the output, in its order: those kept, and those added
    /// @param disclosure the control of the whole table, of all organisations, before it is published
    public record TableRule(TableName table, String clause, List<FieldRule> fields, Optional<Disclosure> disclosure) {

        public TableRule {
            fields = List.copyOf(fields);
        }
    }

    /// An output of a report that is controlled before it is published.
    ///
    /// @param output as the report's `outputs` names it
    public record ReportRule(String output, Disclosure disclosure) {}

    /// A field of an output.
    ///
    /// @param field      its name
    /// @param of         the field of the table whose value it is made of; usually itself
    /// @param isAdded    whether the output adds it; otherwise it is a field of the table
    /// @param treatments what is done to it, in this order; empty when it is kept as it is
    /// @param clause     the clause that lets it leave in this form
    public record FieldRule(
            FieldName field, FieldName of, boolean isAdded, List<Treatment> treatments, String clause) {

        public FieldRule {
            treatments = List.copyOf(treatments);
        }
    }
}
