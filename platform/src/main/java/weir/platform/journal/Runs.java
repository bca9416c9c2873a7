package weir.platform.journal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The runs, read from the journal.
public final class Runs {

    private static final int ENTRY_LIMIT = 50_000;

    private final Journal journal;

    public Runs(Journal journal) {
        this.journal = journal;
    }

    public Optional<Run> find(RunId id) {
        return with(List.of(id)).stream().findFirst();
    }

    /// One page of runs, in the order of their starts. The filter's conditions are those on the entry of the start; for
    /// the next page, filter after the sequence of the last run's first entry.
    public List<Run> page(JournalFilter filter) {
        List<RunId> started = journal.page(filter.action(Action.RUN_STARTED)).stream()
                .flatMap(entry -> entry.entry().ofRun().stream())
                .toList();
        return started.isEmpty() ? List.of() : with(started);
    }

    private List<Run> with(List<RunId> ids) {
        Map<String, List<SealedEntry>> found = journal.ofRuns(ids, ENTRY_LIMIT).stream()
                .collect(Collectors.groupingBy(entry -> entry.entry().run(), LinkedHashMap::new, Collectors.toList()));
        return ids.stream()
                .filter(id -> found.containsKey(id.value()))
                .map(id -> new Run(id, found.getOrDefault(id.value(), List.of())))
                .toList();
    }
}
