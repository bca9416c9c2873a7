package weir.platform.job;

/// What a kind of job does.
///
/// It may be started more than once: after a failure, and when its process died. What it changes outside
/// [JobRun#complete] must do no harm when done again; what it changes inside is done once. It runs on a platform thread
/// of a bounded pool and may block. When cancelled, out of time or when the process stops, its thread is interrupted.
@FunctionalInterface
public interface JobWork<A extends Record> {

    /// Does it. When this returns without having completed, the job is done without an effect of its own.
    /// @throws Exception any failure: the job is tried again by its kind's [Retry]
    void run(JobRun run, A argument) throws Exception;
}
