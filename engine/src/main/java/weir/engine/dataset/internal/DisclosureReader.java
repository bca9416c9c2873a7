package weir.engine.dataset.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Predicate;

import weir.engine.dataset.Disclosure;
import weir.engine.dataset.Disclosure.KAnonymity;
import weir.engine.dataset.Disclosure.Rare;
import weir.engine.dataset.Disclosure.SmallCounts;
import weir.engine.dataset.FieldName;
import weir.engine.dataset.FieldType;
import weir.engine.dataset.UseCase.FieldRule;
import weir.engine.dataset.internal.KnownTables.Known;
import weir.engine.yaml.Nearest;
import weir.engine.yaml.Section;
import weir.engine.yaml.Section.Word;

/// Reads what must not be told by an output as a whole. The fields of a report's output are its SQL's own: they are
/// looked for when the report is made.
final class DisclosureReader {

    /// As many as the control can mark in one number.
    private static final int MOST_FIELDS = 60;

    private static final int GREATEST_K = 1_000_000;

    private final Section section;
    private final Function<Section, String> clause;
    private Predicate<Word> isKnown = _ -> true;

    /// @param clause reads the clause of a rule
    DisclosureReader(Section section, Function<Section, String> clause) {
        this.section = section;
        this.clause = clause;
    }

    Optional<Disclosure> ofReport() {
        return read();
    }

    /// @param fields those of the output
    Optional<Disclosure> ofTable(Known table, List<FieldRule> fields) {
        isKnown = word -> isOfOutput(word, table, fields);
        Optional<Disclosure> disclosure = read();
        disclosure.flatMap(Disclosure::smallCounts).ifPresent(counts -> requireNumbers(counts, table, fields));
        return disclosure;
    }

    private boolean isOfOutput(Word word, Known table, List<FieldRule> fields) {
        List<String> names = fields.stream().map(rule -> rule.field().value()).toList();
        if (names.contains(word.text())) {
            return true;
        }
        String what = table.field(word.text()).isPresent() && names.stream().noneMatch(word.text()::equalsIgnoreCase)
                ? "'" + word.text() + "' is removed by this use case: name a field that leaves, or let it leave under 'fields'."
                : "The output of " + table.name() + " has no field '" + word.text() + "': name one that leaves."
                        + Nearest.question(word.text(), names);
        section.faults().add(word.line(), what);
        return false;
    }

    private void requireNumbers(SmallCounts counts, Known table, List<FieldRule> fields) {
        for (FieldRule rule : fields) {
            boolean isNumber = rule.treatments().isEmpty()
                    && table.field(rule.of().value())
                            .filter(field -> !field.types().isEmpty() && field.types().stream().allMatch(DisclosureReader::isNumber))
                            .isPresent();
            if (counts.fields().contains(rule.field()) && !isNumber) {
                section.fault("small-counts", "'" + rule.field() + "' holds no counts: name fields of whole numbers or decimals"
                        + " that leave as they are.");
            }
        }
    }

    private static boolean isNumber(FieldType type) {
        return type instanceof FieldType.Whole || type instanceof FieldType.Age || type instanceof FieldType.Decimal;
    }

    private Optional<Disclosure> read() {
        Optional<KAnonymity> kAnonymity = section.section("k-anonymity", Language.K_ANONYMITY).flatMap(this::kAnonymity);
        Optional<SmallCounts> smallCounts = section.section("small-counts", Language.SMALL_COUNTS).flatMap(this::smallCounts);
        if (!section.has("k-anonymity") && !section.has("small-counts")) {
            section.faults().add(section.line(), "The control of disclosure demands nothing: add 'k-anonymity' or 'small-counts', or"
                    + " remove it.");
            return Optional.empty();
        }
        Disclosure disclosure = new Disclosure(kAnonymity, smallCounts);
        requireFew(disclosure);
        return Optional.of(disclosure);
    }

    private void requireFew(Disclosure disclosure) {
        List<FieldName> fields = disclosure.fields();
        if (fields.size() > MOST_FIELDS) {
            section.faults().add(section.line(), "The control of disclosure names " + fields.size() + " fields: name "
                    + MOST_FIELDS + " at most.");
        }
        List<FieldName> counts = disclosure.smallCounts().map(SmallCounts::fields).orElse(List.of());
        disclosure.kAnonymity().map(KAnonymity::fields).orElse(List.of()).stream().filter(counts::contains).forEach(both ->
                section.fault("small-counts", "'" + both + "' stands under 'k-anonymity', too: a count is no part of a"
                        + " combination, so name it in one of the two."));
    }

    private Optional<KAnonymity> kAnonymity(Section rule) {
        List<FieldName> fields = fields(rule, "fields", "the fields whose values must not be rare together");
        OptionalInt k = k(rule);
        Optional<Rare> rare = rare(rule);
        List<FieldName> people = some(rule, "people");
        if (people.size() > 1) {
            rule.fault("people", "'people' is one field, whose different values are counted: name one.");
        }
        people.stream().filter(fields::contains).forEach(one ->
                rule.fault("people", "'" + one + "' cannot be counted and be part of the combination: take it out of 'fields'."));
        String by = clause.apply(rule);
        return rare.isEmpty() || k.isEmpty() || fields.isEmpty()
                ? Optional.empty()
                : Optional.of(new KAnonymity(fields, k.getAsInt(), rare.get(), people.stream().findFirst(), by));
    }

    private static Optional<Rare> rare(Section rule) {
        String word = rule.text("rare", "");
        Optional<Rare> rare = Arrays.stream(Rare.values()).filter(one -> one.word().equals(word)).findFirst();
        if (rare.isEmpty()) {
            rule.fault("rare", "'rare' is remove-rows or blank-fields: say what becomes of rows that are too rare.");
        }
        return rare;
    }

    private Optional<SmallCounts> smallCounts(Section rule) {
        List<FieldName> fields = fields(rule, "fields", "the fields that hold counts");
        OptionalInt k = k(rule);
        List<FieldName> groups = some(rule, "groups");
        groups.stream().filter(fields::contains).forEach(both ->
                rule.fault("groups", "'" + both + "' is a count and cannot make groups: take it out of 'groups' or of 'fields'."));
        boolean hasRowTotals = rule.flag("row-totals");
        String by = clause.apply(rule);
        return k.isEmpty() || fields.isEmpty()
                ? Optional.empty()
                : Optional.of(new SmallCounts(fields, k.getAsInt(), groups, hasRowTotals, by));
    }

    private static OptionalInt k(Section rule) {
        if (!rule.has("k")) {
            rule.fault("k", "'k' is missing: add the number that must be reached, 2 or more.");
            return OptionalInt.empty();
        }
        OptionalInt k = rule.count("k", Integer.MIN_VALUE, GREATEST_K);
        if (k.isPresent() && k.getAsInt() < 2) {
            rule.fault("k", "'k' is the number that must be reached, 2 or more: with less, nothing would be protected.");
            return OptionalInt.empty();
        }
        return k;
    }

    private List<FieldName> fields(Section rule, String key, String what) {
        if (!rule.has(key) || rule.items(key).isEmpty()) {
            rule.fault(key, "'" + key + "' is missing: add " + what + ".");
        }
        return some(rule, key);
    }

    private List<FieldName> some(Section rule, String key) {
        List<FieldName> fields = new ArrayList<>();
        for (Word word : rule.words(key)) {
            Optional<FieldName> name = Names.field(word.text(), word.line(), rule.faults());
            if (name.isPresent() && isKnown.test(word)) {
                if (fields.contains(name.get())) {
                    rule.faults().add(word.line(), "'" + word.text() + "' stands here twice: remove one of them.");
                }
                fields.add(name.get());
            }
        }
        return fields;
    }
}
