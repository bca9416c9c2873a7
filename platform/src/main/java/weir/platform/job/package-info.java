/// Work that is done once, by whichever process is free, and that people can see, cancel and try again.
///
/// The flow: `Jobs.submit` writes a row of `weir.job` and a claim in the transaction of whoever submits. The
/// `JobWorker` of some process claims it (db-scheduler: one statement that skips what others have locked), marks it as
/// running with the next attempt's number and calls its `JobWork` on a thread of its pool. `JobRun.complete` commits the
/// effect, the state `done` and the journal's entry together, and only when the attempt is still the newest: a process
/// that was taken for dead cannot do the work a second time. The table `weir.job` is what is true; a claim only wakes
/// somebody, who looks there first whether anything is left to do.
///
/// A failure waits longer each time (`Retry`) and ends as `dead`, with its reason, until someone tries it again. A
/// process that dies stops its heartbeat; after some missed ones another process takes over. Cancelling and the time
/// limit set a flag and interrupt the thread.
///
/// Recurring jobs are one row each: when one has ended it has its next time, and a `RecurringJobs` of a process with the
/// role scheduler sets it to waiting when that has come. All times are the database's.
@NullMarked
package weir.platform.job;

import org.jspecify.annotations.NullMarked;
