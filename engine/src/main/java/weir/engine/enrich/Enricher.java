package weir.engine.enrich;

import java.time.LocalDate;
import java.time.Month;

import weir.engine.dataset.Treatment.Enrich;
import weir.engine.record.Value;
import weir.engine.record.WholeNumberText;

/// Enriches values. A blank stays blank, unless the treatment makes a value of its own.
public final class Enricher {

    private Enricher() {}

    public static Value enrich(Enrich treatment, Value value, Provenance provenance) {
        return switch (treatment) {
            case WHOLE_NUMBER -> value.isBlank() ? value : Value.text(WholeNumberText.of(value.text()));
            case ORGANISATION_SUFFIX -> value.isBlank()
                    ? value
                    : new Value.Text(value.text() + "_" + provenance.organisation().code());
            case ORGANISATION_CODE -> new Value.Text(provenance.organisation().code().value());
            case ORGANISATION_NAME -> new Value.Text(provenance.organisation().name());
            case YEAR -> new Value.Whole(provenance.period().year());
            case MONTH -> provenance.period().month().isPresent()
                    ? new Value.Whole(provenance.period().month().getAsInt())
                    : Value.blank();
            case FINANCIAL_YEAR -> provenance.period().month().isPresent()
                    ? new Value.Whole(provenance.period().year() + (provenance.period().month().getAsInt() > 3 ? 1 : 0))
                    : new Value.Whole(provenance.period().year());
            case QUARTER -> provenance.period().month().isPresent()
                    ? new Value.Whole((provenance.period().month().getAsInt() + 8) / 3 % 4 + 1)
                    : Value.blank();
            case TERM -> provenance.period().term().map(term -> Value.text(term.word())).orElse(Value.blank());
            case PART -> Value.text(provenance.part());
            case SCHOOL_YEAR -> value instanceof Value.Day(LocalDate birth) ? schoolYear(birth) : Value.blank();
        };
    }

    /// The calendar year in which the school year that holds the day of birth began: a school year begins in September.
    private static Value schoolYear(LocalDate birth) {
        return new Value.Whole(birth.getMonthValue() >= Month.SEPTEMBER.getValue() ? birth.getYear() : birth.getYear() - 1);
    }
}
