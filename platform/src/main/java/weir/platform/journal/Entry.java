package weir.platform.journal;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import weir.engine.organisation.OrganisationCode;

/// One thing that happened. The time is added when it is written: the database's, one clock for all processes.
///
/// @param organisation the code of the organisation whose data it was; empty when of none
/// @param run          the run it belongs to; empty when to none
/// @param counts       named numbers: `rows-in`, `refused`
/// @param details      named words: `dataset`, `state`; never a value of a record, never a secret
public record Entry(
        Action action,
        Actor actor,
        Subject subject,
        String organisation,
        String run,
        SortedMap<String, Long> counts,
        SortedMap<String, String> details) {

    private static final int PART_LIMIT = 64;

    public Entry {
        JournalText.check("An organisation", organisation, JournalText.ID_LIMIT);
        JournalText.check("A run's id", run, JournalText.ID_LIMIT);
        if (counts.size() > PART_LIMIT || details.size() > PART_LIMIT) {
            throw new IllegalArgumentException("An entry of the journal has at most 64 counts and 64 details.");
        }
        counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
        details = Collections.unmodifiableSortedMap(new TreeMap<>(details));
        counts.keySet().forEach(name -> JournalText.check("A count's name", name, JournalText.ID_LIMIT));
        details.forEach((name, detail) -> {
            JournalText.check("A detail's name", name, JournalText.ID_LIMIT);
            JournalText.check("A detail", detail, JournalText.DETAIL_LIMIT);
        });
    }

    /// An entry of no organisation and no run, without counts and details.
    public static Entry of(Action action, Actor actor, Subject subject) {
        return new Entry(action, actor, subject, "", "", new TreeMap<>(), new TreeMap<>());
    }

    public Entry organisation(OrganisationCode code) {
        return new Entry(action, actor, subject, code.value(), run, counts, details);
    }

    public Entry run(RunId id) {
        return new Entry(action, actor, subject, organisation, id.value(), counts, details);
    }

    public Entry count(String name, long count) {
        return counts(Map.of(name, count));
    }

    public Entry counts(Map<String, Long> more) {
        SortedMap<String, Long> all = new TreeMap<>(counts);
        all.putAll(more);
        return new Entry(action, actor, subject, organisation, run, all, details);
    }

    public Entry detail(String name, String detail) {
        SortedMap<String, String> all = new TreeMap<>(details);
        all.put(name, detail);
        return new Entry(action, actor, subject, organisation, run, counts, all);
    }

    public Optional<OrganisationCode> ofOrganisation() {
        return organisation.isEmpty() ? Optional.empty() : Optional.of(new OrganisationCode(organisation));
    }

    public Optional<RunId> ofRun() {
        return run.isEmpty() ? Optional.empty() : Optional.of(new RunId(run));
    }
}
