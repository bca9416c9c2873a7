package weir.platform.job;

import java.util.Map;
import java.util.Optional;

import weir.engine.organisation.OrganisationCode;
import weir.platform.database.Database;
import weir.platform.journal.Actor;
import weir.platform.journal.RunId;

/// One attempt at a job, as its work sees it. Used by the thread of the work.
public interface JobRun {

    JobId id();

    /// 1 for the first.
    int attempt();

    /// Under which entries of the journal belong to this attempt.
    RunId runId();

    /// The job as an actor.
    default Actor actor() {
        return Actor.job(id().toString());
    }

    Optional<OrganisationCode> organisation();

    /// Shows how far the work is. Writes at most a few times a second, so call it as often as you like.
    ///
    /// @param what a word for people: `rows`; never a value
    /// @throws JobInterrupted as [#checkCancelled]
    void progress(long done, long total, String what);

    /// Writes a step of the run to the journal.
    void step(String name, Map<String, Long> counts);

    /// Call it now and then in long work.
    /// @throws JobInterrupted when the job was cancelled, is out of time, or the process stops
    void checkCancelled();

    /// Ends the job: the effect, the state `done` and the journal's entry commit together. The last thing work does.
    ///
    /// @param counts for the journal's entry of the run's end
    /// @throws JobTakenOver when another process has the job by now; nothing of the effect is kept
    void complete(Map<String, Long> counts, Database.Change effect);

    /// The same without counts.
    default void complete(Database.Change effect) {
        complete(Map.of(), effect);
    }
}
