package weir.engine.dataset.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import weir.engine.dataset.DatedPeriod;
import weir.engine.dataset.DatedPeriod.Span;
import weir.engine.dataset.Field;
import weir.engine.dataset.FieldName;
import weir.engine.dataset.FieldType;
import weir.engine.dataset.Period;
import weir.engine.dataset.Specification;
import weir.engine.yaml.Nearest;
import weir.engine.yaml.Section;

/// Reads how the dates in a return tell its period.
final class DatedPeriodReader {

    private final Section main;

    DatedPeriodReader(Section main) {
        this.main = main;
    }

    /// Empty for a dataset whose returns say their period elsewhere.
    Optional<DatedPeriod> read(Period.Kind kind, List<Specification> versions) {
        if (main.has("period-from") && kind != Period.Kind.MONTH) {
            main.fault("period-from", "Only the period of a dataset by month can be told by its dates: write 'period: month', or remove 'period-from'.");
        }
        return main.section("period-from", Language.PERIOD_FROM).map(section -> read(section, versions));
    }

    private static DatedPeriod read(Section section, List<Specification> versions) {
        List<Field> dates = versions.getLast().tables().stream()
                .flatMap(table -> table.fields().stream())
                .filter(field -> field.type() instanceof FieldType.Date)
                .toList();
        List<String> names = dates.stream().map(field -> field.name().value()).toList();
        List<Section.Word> words = section.words("earliest");
        if (words.isEmpty()) {
            section.fault("earliest", "'earliest' names the fields whose earliest date counts: add them.");
        }
        for (Section.Word word : words) {
            if (!names.contains(word.text())) {
                section.faults().add(word.line(), "No table has a date '" + word.text() + "'." + Nearest.question(word.text(), names));
            }
        }
        Span span = section.word("span", Arrays.stream(Span.values()).map(Span::word).toList())
                .filter(Span.QUARTER.word()::equals)
                .map(_ -> Span.QUARTER)
                .orElse(Span.MONTH);
        return new DatedPeriod(
                dates.stream().map(Field::name).filter(name -> isAmong(words, name)).distinct().toList(), span);
    }

    private static boolean isAmong(List<Section.Word> words, FieldName name) {
        return words.stream().anyMatch(word -> word.text().equals(name.value()));
    }
}
