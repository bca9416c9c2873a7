package weir.engine.dataset.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import weir.engine.dataset.FieldName;
import weir.engine.dataset.FieldType;
import weir.engine.dataset.Treatment;
import weir.engine.dataset.Treatment.Enrich;
import weir.engine.dataset.Treatment.Protect;
import weir.engine.dataset.internal.KnownTables.KnownField;
import weir.engine.yaml.Nearest;
import weir.engine.yaml.Section;
import weir.engine.yaml.Section.Word;

/// Reads what is done to a field on its way to a use case: what enriches it first, then what protects it.
final class TreatmentReader {

    private final Section rule;

    TreatmentReader(Section rule) {
        this.rule = rule;
    }

    /// @param line where the rule stands
    List<Treatment> ofField(int line, KnownField field) {
        List<Treatment> treatments = all();
        for (Treatment treatment : treatments) {
            if (treatment instanceof Protect protect && !field.types().stream().allMatch(type -> suits(protect, type))) {
                rule.faults().add(line, "'" + protect.word() + "' cannot be done to " + field.name() + ", a field of type "
                        + field.types().getLast().word() + ": choose another treatment.");
            }
        }
        if (treatments.contains(Enrich.SCHOOL_YEAR) && !isDate(field)) {
            rule.faults().add(line, "'school-year' is worked out from a date, which " + field.name()
                    + " is not: name the date of birth under 'of'.");
        }
        return treatments;
    }

    private static boolean isDate(KnownField field) {
        return field.types().stream().allMatch(FieldType.Date.class::isInstance);
    }

    List<Treatment> ofAddedField(int line, FieldName name) {
        List<Treatment> treatments = all();
        if (treatments.isEmpty() || !(treatments.getFirst() instanceof Enrich enrich) || !enrich.isOfDelivery()) {
            rule.faults().add(line, "'" + name + "' is added without a value: enrich it first, as in enrich: organisation-name.");
        }
        return treatments;
    }

    private List<Treatment> all() {
        List<Treatment> treatments = new ArrayList<>();
        read("enrich", Enrich.values(), treatments);
        read("protect", Protect.values(), treatments);
        return treatments;
    }

    private void read(String key, Treatment[] known, List<Treatment> treatments) {
        for (Word word : rule.words(key)) {
            Optional<Treatment> treatment = Arrays.stream(known)
                    .filter(candidate -> candidate.word().equals(word.text()))
                    .findFirst();
            treatment.ifPresentOrElse(treatments::add, () -> reportUnknown(key, word, known));
        }
    }

    private void reportUnknown(String key, Word word, Treatment[] known) {
        List<String> words = Arrays.stream(known).map(Treatment::word).toList();
        rule.faults().add(word.line(), "'" + word.text() + "' is not something '" + key + "' can do; known are "
                + String.join(", ", words) + "." + Nearest.question(word.text(), words));
    }

    private static boolean suits(Protect protect, FieldType type) {
        return switch (protect) {
            case FIRST_OF_MONTH, FIRST_OF_YEAR -> type instanceof FieldType.Date;
            case POSTCODE_SECTOR, POSTCODE_DISTRICT -> type instanceof FieldType.Postcode;
            case PSEUDONYM, DIGEST, REMOVE_ROW_IF_BLANK -> true;
        };
    }
}
