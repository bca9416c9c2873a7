package weir.platform.job;

import java.time.Duration;

import weir.engine.organisation.OrganisationCode;
import weir.platform.journal.Actor;

/// What to do, for whom.
///
/// @param key          the same key of the same kind is the same job, however often it is submitted; at most 200 characters
/// @param submitter    who asks
/// @param organisation whose data it works on; empty when no one's
/// @param pause        how long it waits before it may be taken up
public record JobOrder<A extends Record>(
        JobKind<A> kind, String key, A argument, Actor submitter, String organisation, Duration pause) {

    private static final int KEY_LIMIT = 200;

    public JobOrder {
        if (key.isEmpty() || key.length() > KEY_LIMIT) {
            throw new IllegalArgumentException("The key of a job has 1 to 200 characters.");
        }
    }

    /// Of no organisation, at once.
    public static <A extends Record> JobOrder<A> of(JobKind<A> kind, String key, A argument, Actor submitter) {
        return new JobOrder<>(kind, key, argument, submitter, "", Duration.ZERO);
    }

    public JobOrder<A> organisation(OrganisationCode code) {
        return new JobOrder<>(kind, key, argument, submitter, code.value(), pause);
    }

    public JobOrder<A> after(Duration wait) {
        return new JobOrder<>(kind, key, argument, submitter, organisation, wait);
    }
}
