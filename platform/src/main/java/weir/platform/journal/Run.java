package weir.platform.journal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/// One execution of a job, as the journal tells it.
///
/// @param entries its entries, oldest first; the first is that of its start
public record Run(RunId id, List<SealedEntry> entries) {

    /// The detail of a step's entry that names it.
    public static final String STEP = "step";

    /// The detail of the last entry that says how the run ended.
    public static final String STATE = "state";

    public Run {
        entries = List.copyOf(entries);
        if (entries.isEmpty()) {
            throw new IllegalArgumentException("A run has an entry at least.");
        }
    }

    /// One step of a run.
    public record Step(String name, Instant at, SortedMap<String, Long> counts) {}

    public Subject subject() {
        return entries.getFirst().entry().subject();
    }

    public Actor actor() {
        return entries.getFirst().entry().actor();
    }

    public Instant startedAt() {
        return entries.getFirst().written().at();
    }

    /// Empty while it runs.
    public Optional<Instant> endedAt() {
        return end().map(entry -> entry.written().at());
    }

    /// `running`, or the state it ended in.
    public String state() {
        return end().map(entry -> entry.entry().details().getOrDefault(STATE, "ended")).orElse("running");
    }

    /// The counts of its end; of an unfinished run, none.
    public Map<String, Long> counts() {
        return end().map(entry -> (Map<String, Long>) entry.entry().counts()).orElse(Map.of());
    }

    public List<Step> steps() {
        return entries.stream()
                .filter(entry -> entry.entry().action().equals(Action.RUN_STEP))
                .map(entry -> new Step(
                        entry.entry().details().getOrDefault(STEP, ""), entry.written().at(), entry.entry().counts()))
                .toList();
    }

    private Optional<SealedEntry> end() {
        return entries.stream().filter(entry -> entry.entry().action().equals(Action.RUN_ENDED)).reduce((one, later) -> later);
    }
}
