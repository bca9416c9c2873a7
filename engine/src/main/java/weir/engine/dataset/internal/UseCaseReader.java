package weir.engine.dataset.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import weir.engine.dataset.Report;
import weir.engine.dataset.UseCase;
import weir.engine.dataset.UseCase.Agreement;
import weir.engine.dataset.UseCase.FieldRule;
import weir.engine.dataset.UseCase.ReportRule;
import weir.engine.dataset.UseCase.Retention;
import weir.engine.dataset.UseCase.TableRule;
import weir.engine.dataset.UseCaseName;
import weir.engine.dataset.internal.KnownTables.Known;
import weir.engine.dataset.internal.KnownTables.KnownField;
import weir.engine.yaml.Faults;
import weir.engine.yaml.Nearest;
import weir.engine.yaml.Section;
import weir.engine.yaml.YamlValue.Entry;
import weir.engine.yaml.YamlValue.Kind;
import weir.engine.yaml.YamlValue.Scalar;

/// Reads a use case's file. Each of its rules must name a clause of its agreement.
final class UseCaseReader {

    private final Section file;
    private final Faults faults;
    private final KnownTables known;
    private final Supplier<List<Report>> reports;
    private final Map<String, String> clauses = new LinkedHashMap<>();

    /// @param reports the dataset's, read only when the file names one
    UseCaseReader(Section file, KnownTables known, Supplier<List<Report>> reports) {
        this.file = file;
        this.reports = reports;
        this.faults = file.faults();
        this.known = known;
    }

    /// @param name the name the file has
    Optional<UseCase> read(String name) {
        if (!file.text("use-case").equals(name)) {
            file.fault("use-case", "The use case must have the name of its file, '" + name + "'.");
        }
        Agreement agreement = agreement();
        Retention retention = retention();
        String otherwise = file.section("otherwise", Language.OTHERWISE)
                .map(this::clause)
                .orElseGet(() -> missing("otherwise", "the clause by which all else is removed"));
        List<TableRule> tables = new ArrayList<>();
        for (Entry entry : file.entries("tables")) {
            table(entry).ifPresent(tables::add);
        }
        List<ReportRule> reportRules = new ArrayList<>();
        for (Entry entry : file.entries("reports")) {
            report(entry, name).ifPresent(reportRules::add);
        }
        String title = file.text("title");
        Optional<UseCaseName> useCase = Names.useCase(name, file.line("use-case"), faults);
        return useCase.map(made -> new UseCase(made, title, agreement, retention, otherwise, tables, reportRules));
    }

    private Agreement agreement() {
        Optional<Section> section = file.section("agreement", Language.AGREEMENT);
        if (section.isEmpty()) {
            missing("agreement", "the agreement and its clauses");
            return new Agreement("", "", Map.of());
        }
        for (Entry entry : section.get().entries("clauses")) {
            if (entry.value() instanceof Scalar(String text, Kind kind, int _) && kind == Kind.TEXT) {
                clauses.put(entry.key(), text.strip());
            } else {
                faults.add(entry.line(), "The clause '" + entry.key() + "' must be text; found " + entry.value().words() + ".");
            }
        }
        return new Agreement(
                section.get().text("title"),
                section.get().text("reference", ""),
                Collections.unmodifiableMap(clauses));
    }

    private Retention retention() {
        Optional<Section> section = file.section("retention", Language.RETENTION);
        if (section.isEmpty()) {
            missing("retention", "how many years of returns may be held");
            return new Retention(1, 1, "");
        }
        if (!section.get().has("years")) {
            section.get().fault("years", "'years' is missing: add how many years of returns may be held.");
        }
        int years = section.get().count("years", 1, 200).orElse(1);
        int startMonth = section.get().count("start-month", 1, 12).orElse(1);
        return new Retention(years, startMonth, clause(section.get()));
    }

    private String missing(String key, String what) {
        if (!file.has(key)) {
            file.fault(key, "'" + key + "' is missing: add " + what + ".");
        }
        return "";
    }

    private Optional<TableRule> table(Entry entry) {
        Optional<Known> table = known.table(entry.key());
        Optional<Section> section = Section.of(Language.TABLE_RULE, entry.value(), faults);
        if (table.isEmpty()) {
            faults.add(entry.line(), "The dataset has no table '" + entry.key() + "'."
                    + Nearest.question(entry.key(), known.names()));
        }
        if (table.isEmpty() || section.isEmpty()) {
            return Optional.empty();
        }
        String clause = clause(section.get());
        List<FieldRule> fields = fields(table.get(), section.get());
        return Optional.of(new TableRule(
                table.get().name(),
                clause,
                fields,
                section.get()
                        .section("disclosure", Language.DISCLOSURE)
                        .flatMap(rule -> new DisclosureReader(rule, this::clause).ofTable(table.get(), fields))));
    }

    private Optional<ReportRule> report(Entry entry, String useCase) {
        List<String> outputs = reports.get().stream()
                .filter(report -> report.useCase().value().equals(useCase))
                .flatMap(report -> report.outputs().stream())
                .toList();
        if (!outputs.contains(entry.key())) {
            faults.add(entry.line(), "No report of the dataset makes an output '" + entry.key() + "' for " + useCase
                    + ": name one that a file in reports/ has under 'outputs'." + Nearest.question(entry.key(), outputs));
        }
        return Section.of(Language.DISCLOSURE, entry.value(), faults)
                .flatMap(rule -> new DisclosureReader(rule, this::clause).ofReport())
                .map(disclosure -> new ReportRule(entry.key(), disclosure));
    }

    private List<FieldRule> fields(Known table, Section section) {
        List<FieldRule> rules = new ArrayList<>();
        for (Entry entry : section.entries("fields")) {
            kept(table, entry).ifPresent(rules::add);
        }
        for (Entry entry : section.entries("add")) {
            added(table, entry).ifPresent(rules::add);
        }
        if (rules.isEmpty()) {
            section.fault("fields", "A table that may leave has at least one field: add it under 'fields', or remove the table.");
        }
        return rules;
    }

    private Optional<FieldRule> kept(Known table, Entry entry) {
        Optional<KnownField> field = table.field(entry.key());
        if (field.isEmpty()) {
            faults.add(entry.line(), "The table " + table.name() + " has no field '" + entry.key() + "' in any version."
                    + Nearest.question(entry.key(), table.fieldNames()));
            return Optional.empty();
        }
        return Section.of(Language.FIELD_RULE, entry.value(), faults).map(section -> {
            KnownField of = of(table, section, field.get());
            return new FieldRule(
                    field.get().name(),
                    of.name(),
                    false,
                    new TreatmentReader(section).ofField(entry.line(), of),
                    clause(section));
        });
    }

    /// The field whose value it is made of.
    private KnownField of(Known table, Section section, KnownField otherwise) {
        String name = section.text("of", "");
        Optional<KnownField> of = name.isEmpty() ? Optional.of(otherwise) : table.field(name);
        if (of.isEmpty()) {
            section.fault("of", "The table " + table.name() + " has no field '" + name + "' in any version."
                    + Nearest.question(name, table.fieldNames()));
        }
        return of.orElse(otherwise);
    }

    private Optional<FieldRule> added(Known table, Entry entry) {
        if (table.field(entry.key()).isPresent()) {
            faults.add(entry.line(), "The table " + table.name() + " has a field '" + entry.key()
                    + "' of its own: name it under 'fields'.");
            return Optional.empty();
        }
        Optional<Section> section = Section.of(Language.FIELD_RULE, entry.value(), faults);
        section.filter(rule -> rule.has("of")).ifPresent(rule ->
                rule.fault("of", "'of' goes with a field of the table itself: name '" + entry.key() + "' in its file, or remove 'of'."));
        return section.flatMap(rule -> Names.field(entry.key(), entry.line(), faults)
                .map(name -> new FieldRule(
                        name, name, true, new TreatmentReader(rule).ofAddedField(entry.line(), name), clause(rule))));
    }

    private String clause(Section section) {
        String clause = section.text("clause");
        if (!clause.isEmpty() && !clauses.containsKey(clause)) {
            section.fault("clause", "The agreement has no clause '" + clause + "'." + Nearest.question(clause, clauses.keySet()));
        }
        return clause;
    }
}
