package weir.platform.journal;

import java.time.Instant;

import weir.engine.organisation.OrganisationCode;

/// Which entries to read, a page at a time. An empty text is no condition.
///
/// @param from        written at this time or later
/// @param until       written before this time
/// @param subjectKind a kind of subject, with `subjectId` empty for all of the kind
/// @param newestFirst the order: the greatest sequence first
/// @param after       the sequence of the last entry of the page before; 0 for the first page
/// @param limit       entries of a page, 1 to 10,000
public record JournalFilter(
        Instant from,
        Instant until,
        String organisation,
        String run,
        String action,
        String subjectKind,
        String subjectId,
        boolean newestFirst,
        long after,
        int limit) {

    private static final int LIMIT = 10_000;
    private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");

    public JournalFilter {
        if (limit < 1 || limit > LIMIT) {
            throw new IllegalArgumentException("A page of the journal has 1 to 10000 entries.");
        }
    }

    /// Every entry, the oldest first, a hundred at a time.
    public static JournalFilter all() {
        return new JournalFilter(Instant.EPOCH, END, "", "", "", "", "", false, 0, 100);
    }

    public JournalFilter between(Instant start, Instant end) {
        return new JournalFilter(start, end, organisation, run, action, subjectKind, subjectId, newestFirst, after, limit);
    }

    public JournalFilter organisation(OrganisationCode code) {
        return new JournalFilter(from, until, code.value(), run, action, subjectKind, subjectId, newestFirst, after, limit);
    }

    public JournalFilter run(RunId id) {
        return new JournalFilter(from, until, organisation, id.value(), action, subjectKind, subjectId, newestFirst, after, limit);
    }

    public JournalFilter action(Action done) {
        return new JournalFilter(from, until, organisation, run, done.code(), subjectKind, subjectId, newestFirst, after, limit);
    }

    public JournalFilter subject(Subject subject) {
        return new JournalFilter(
                from, until, organisation, run, action, subject.kind(), subject.id(), newestFirst, after, limit);
    }

    public JournalFilter subjectKind(String kind) {
        return new JournalFilter(from, until, organisation, run, action, kind, "", newestFirst, after, limit);
    }

    public JournalFilter newestFirstOrder() {
        return new JournalFilter(from, until, organisation, run, action, subjectKind, subjectId, true, after, limit);
    }

    public JournalFilter after(long sequence) {
        return new JournalFilter(from, until, organisation, run, action, subjectKind, subjectId, newestFirst, sequence, limit);
    }

    public JournalFilter limit(int entries) {
        return new JournalFilter(from, until, organisation, run, action, subjectKind, subjectId, newestFirst, after, entries);
    }
}
