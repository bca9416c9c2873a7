package weir.engine.rule.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import weir.engine.dataset.Dataset;
import weir.engine.dataset.FieldName;
import weir.engine.dataset.Period;
import weir.engine.dataset.Source;
import weir.engine.dataset.Specification;
import weir.engine.dataset.Table;
import weir.engine.dataset.TableName;
import weir.engine.expression.Expression;
import weir.engine.expression.FaultyExpression;
import weir.engine.issue.Severity;
import weir.engine.rule.CollectionYear;
import weir.engine.rule.Rule;
import weir.engine.rule.Rule.TableUse;
import weir.engine.rule.RuleCase;
import weir.engine.yaml.Nearest;
import weir.engine.yaml.Section;
import weir.engine.yaml.Section.Word;
import weir.engine.yaml.YamlValue;
import weir.engine.yaml.YamlValue.Scalar;

/// Reads one rule.
final class RuleReader {

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9]{1,20}");
    private static final String LAST = "_last";

    private final Dataset dataset;
    private final Section file;
    private final Section rule;

    RuleReader(Dataset dataset, Section file, Section rule) {
        this.dataset = dataset;
        this.file = file;
        this.rule = rule;
    }

    /// Empty when something is wrong with it, which is then a fault.
    Optional<Rule> read() {
        int before = rule.faults().count();
        String code = code();
        Severity severity = severity();
        String message = rule.text("message");
        String source = source();
        Period since = period("from").or(() -> period(file, "from")).orElse(dataset.versions().getFirst().since());
        Optional<Period> until = period("to");
        String table = rule.text("table");
        List<Specification> versions = versions(since, until);
        List<FieldName> fields = fields(table, versions);
        Optional<Rule.Test> test = test(table, versions);
        List<RuleCase> passes = cases("passes", test, table, versions);
        List<RuleCase> fails = cases("fails", test, table, versions);
        if (rule.faults().count() > before || test.isEmpty()) {
            return Optional.empty();
        }
        TableName name = versions.getFirst().table(new TableName(table)).orElseThrow().name();
        return Optional.of(new Rule(dataset.id(), code, severity, message, source, since, until, name, fields, test.get(),
                passes, fails));
    }

    private String code() {
        String code = rule.text("code");
        if (!code.isEmpty() && !CODE.matcher(code).matches()) {
            rule.fault("code", "A rule's code is letters and digits, 20 at most.");
        }
        return code;
    }

    private Severity severity() {
        if (!rule.has("severity")) {
            return Severity.ERROR;
        }
        return rule.word("severity", List.of("error", "query")).orElse("error").equals("error")
                ? Severity.ERROR
                : Severity.WARNING;
    }

    private String source() {
        String source = rule.text("source", file.text("source", dataset.latest().source()));
        List<String> known = dataset.sources().stream().map(Source::id).toList();
        if (!known.contains(source)) {
            rule.fault("source", "The dataset has no source '" + source + "'." + Nearest.question(source, known));
        }
        return source;
    }

    private Optional<Period> period(String key) {
        return period(rule, key);
    }

    private static Optional<Period> period(Section section, String key) {
        Optional<YamlValue> value = section.value(key);
        Optional<Period> period =
                value.flatMap(given -> given instanceof Scalar scalar ? Period.parse(scalar.text()) : Optional.empty());
        if (value.isPresent() && period.isEmpty()) {
            section.fault(key, "'" + key + "' is a period, as in 2023.");
        }
        return period;
    }

    /// The versions it holds for, with the one that is in force when it begins.
    private List<Specification> versions(Period since, Optional<Period> until) {
        List<Specification> versions = new ArrayList<>(dataset.specification(since).stream().toList());
        for (Specification version : dataset.versions()) {
            boolean isAfter = version.since().compareTo(since) > 0;
            if (isAfter && until.filter(last -> last.compareTo(version.since()) < 0).isEmpty()) {
                versions.add(version);
            }
        }
        if (versions.isEmpty()) {
            rule.fault("from", "The dataset has no version for the period a rule begins with.");
        }
        return versions;
    }

    private List<FieldName> fields(String table, List<Specification> versions) {
        List<FieldName> fields = new ArrayList<>();
        for (Specification version : versions) {
            Optional<Table> found = table(version, table, rule.line("table"));
            for (Word word : found.isPresent() ? rule.words("fields") : List.<Word>of()) {
                Optional<FieldName> field = found.get().fields().stream()
                        .map(one -> one.name())
                        .filter(name -> name.matches(word.text()))
                        .findFirst();
                if (field.isEmpty()) {
                    rule.faults().add(word.line(), "The table " + table + " of " + version.since() + " has no field '"
                            + word.text() + "'.");
                } else if (!fields.contains(field.get())) {
                    fields.add(field.get());
                }
            }
        }
        if (rule.words("fields").isEmpty()) {
            rule.fault("fields", "A rule names one field at least, to which its issues point.");
        }
        return fields;
    }

    private Optional<Table> table(Specification version, String name, int line) {
        Optional<Table> table = version.tables().stream()
                .filter(one -> one.name().value().equals(name))
                .findFirst();
        if (table.isEmpty() && !name.isEmpty()) {
            rule.faults().add(line, "There is no table '" + name + "' in " + version.since() + "."
                    + Nearest.question(name, version.tables().stream().map(one -> one.name().value()).toList()));
        }
        return table;
    }

    private Optional<Rule.Test> test(String table, List<Specification> versions) {
        if (rule.has("when") == rule.has("sql")) {
            rule.fault("when", "A rule has a condition ('when') or a query ('sql'): give one of them.");
            return Optional.empty();
        }
        if (rule.has("when")) {
            String condition = rule.text("when");
            for (Specification version : versions) {
                version.tables().stream()
                        .filter(one -> one.name().value().equals(table))
                        .forEach(one -> plan(condition, one, version));
            }
            return Optional.of(new Rule.OfRecord(condition));
        }
        return Optional.of(new Rule.Across(rule.text("sql"), reads(versions)));
    }

    private void plan(String condition, Table table, Specification version) {
        try {
            Expression.plan(condition, table, CollectionYear.of(version.since()).names());
        } catch (FaultyExpression e) {
            rule.fault("when", e.getMessage() + " (character " + (e.position() + 1) + " of the condition, in "
                    + version.since() + ")");
        }
    }

    private List<TableUse> reads(List<Specification> versions) {
        List<TableUse> uses = new ArrayList<>();
        for (Word word : rule.words("reads")) {
            boolean isLast = word.text().endsWith(LAST);
            String name = isLast ? word.text().substring(0, word.text().length() - LAST.length()) : word.text();
            boolean isKnown = versions.stream().allMatch(version -> table(version, name, word.line()).isPresent());
            if (isKnown) {
                uses.add(new TableUse(new TableName(name), isLast));
            }
        }
        if (!rule.has("reads")) {
            rule.fault("reads", "'reads' is missing: list the tables that the query names.");
        }
        return uses;
    }

    private List<RuleCase> cases(
            String key, Optional<Rule.Test> test, String table, List<Specification> versions) {
        if (rule.items(key).isEmpty()) {
            rule.fault(key, "A rule has a case that passes and one that fails: add one under '" + key + "'.");
        }
        return test.isEmpty() || versions.isEmpty()
                ? List.of()
                : new CaseReader(versions, rule.faults()).read(rule.items(key), test.get(), table);
    }
}
