package weir.engine.pipeline;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import weir.engine.dataset.Dataset;
import weir.engine.dataset.Period;
import weir.engine.dataset.UseCase;
import weir.engine.recognise.RetentionWindow;

/// The years of returns that the use cases of datasets may hold today.
final class HeldYears {

    private final LocalDate today;

    HeldYears(LocalDate today) {
        this.today = today;
    }

    /// Whether any use case may hold returns of the period. A dataset without use cases or without periods sets no bound.
    boolean isHeld(Dataset dataset, Period period) {
        return dataset.periodKind() == Period.Kind.NONE
                || window(dataset).filter(window -> !window.contains(period.year())).isEmpty();
    }

    /// Whether no use case of any of the datasets may hold the year any more.
    boolean isPast(List<Dataset> datasets, int year) {
        return widest(datasets).filter(window -> year < window.first()).isPresent();
    }

    /// As in `from 2015 to 2027`.
    String words(List<Dataset> datasets) {
        return widest(datasets)
                .map(window -> String.format(Locale.ROOT, "from %d to %d", window.first(), window.last()))
                .orElse("");
    }

    private Optional<RetentionWindow> widest(List<Dataset> datasets) {
        return datasets.stream().flatMap(dataset -> window(dataset).stream()).reduce(HeldYears::widest);
    }

    private Optional<RetentionWindow> window(Dataset dataset) {
        return dataset.useCases().stream()
                .map(UseCase::retention)
                .map(rule -> RetentionWindow.on(today, rule.years(), rule.startMonth()))
                .reduce(HeldYears::widest);
    }

    private static RetentionWindow widest(RetentionWindow a, RetentionWindow b) {
        return new RetentionWindow(Math.min(a.first(), b.first()), Math.max(a.last(), b.last()));
    }
}
