package weir.platform.job;

import java.util.EnumSet;
import java.util.Set;

import weir.engine.organisation.OrganisationCode;

/// Which jobs to list, the newest first, a page at a time. An empty text is no condition.
///
/// @param states one of these
/// @param before the id of the last job of the page before; [Long#MAX_VALUE] for the first page
/// @param limit  jobs of a page, 1 to 1,000
public record JobFilter(String kind, String organisation, Set<JobState> states, long before, int limit) {

    private static final int LIMIT = 1_000;

    public JobFilter {
        states = Set.copyOf(states);
        if (limit < 1 || limit > LIMIT) {
            throw new IllegalArgumentException("A page of jobs has 1 to 1000.");
        }
    }

    /// Every job, fifty at a time.
    public static JobFilter all() {
        return new JobFilter("", "", EnumSet.allOf(JobState.class), Long.MAX_VALUE, 50);
    }

    public JobFilter kind(String name) {
        return new JobFilter(name, organisation, states, before, limit);
    }

    public JobFilter organisation(OrganisationCode code) {
        return new JobFilter(kind, code.value(), states, before, limit);
    }

    public JobFilter in(Set<JobState> wanted) {
        return new JobFilter(kind, organisation, wanted, before, limit);
    }

    public JobFilter before(JobId last) {
        return new JobFilter(kind, organisation, states, last.value(), limit);
    }

    public JobFilter limit(int jobs) {
        return new JobFilter(kind, organisation, states, before, jobs);
    }
}
