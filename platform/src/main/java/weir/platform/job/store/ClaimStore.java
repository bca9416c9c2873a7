package weir.platform.job.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;

import weir.platform.database.Transaction;
import weir.platform.job.JobId;

/// The claims: db-scheduler's table, written here in the transaction of whoever submits.
public final class ClaimStore {

    /// Lets some process take the job up from this time on. A claim that is there stays as it is.
    public void add(Transaction transaction, String kind, JobId id, Instant due, int priority) {
        transaction.handle()
                .createUpdate("""
                        INSERT INTO weir.job_claim (task_name, task_instance, execution_time, picked, version, priority)
                        VALUES (:kind, :id, :due, false, 1, :priority)
                        ON CONFLICT DO NOTHING
                        """)
                .bind("kind", kind)
                .bind("id", id.toString())
                .bind("due", due.atOffset(ZoneOffset.UTC))
                .bind("priority", priority)
                .execute();
    }

    /// Lets some process take the job up now, whoever had it. A process that still has the claim can no longer change
    /// it: the version tells.
    public void renew(Transaction transaction, String kind, JobId id) {
        transaction.handle()
                .createUpdate("""
                        INSERT INTO weir.job_claim AS claim (task_name, task_instance, execution_time, picked, version)
                        VALUES (:kind, :id, clock_timestamp(), false, 1)
                        ON CONFLICT (task_name, task_instance) DO UPDATE
                        SET picked = false, picked_by = NULL, last_heartbeat = NULL,
                            execution_time = clock_timestamp(), version = claim.version + 1
                        """)
                .bind("kind", kind)
                .bind("id", id.toString())
                .execute();
    }

    /// Takes the claim away, unless a process has it: that one will see that nothing is to be done.
    public void remove(Transaction transaction, String kind, JobId id) {
        transaction.handle()
                .createUpdate("DELETE FROM weir.job_claim WHERE task_name = :kind AND task_instance = :id AND NOT picked")
                .bind("kind", kind)
                .bind("id", id.toString())
                .execute();
    }

    /// Sets jobs back to waiting whose process stops without having ended them, and lets go of its claims.
    public void release(Transaction transaction, String process) {
        transaction.handle()
                .createUpdate("""
                        UPDATE weir.job SET state = 'waiting', due_at = clock_timestamp(), ended_at = clock_timestamp()
                        WHERE state = 'running' AND process = :process
                        """)
                .bind("process", process)
                .execute();
        transaction.handle()
                .createUpdate("""
                        UPDATE weir.job_claim
                        SET picked = false, picked_by = NULL, last_heartbeat = NULL, version = version + 1
                        WHERE picked AND picked_by = :process
                        """)
                .bind("process", process)
                .execute();
    }

    /// Sets recurring jobs to waiting whose time has come.
    /// @return how many
    public int arm(Transaction transaction) {
        return transaction.handle()
                .createUpdate("""
                        WITH due AS (
                            UPDATE weir.job job
                            SET state = 'waiting', failures = 0, losses = 0, cancel_requested = false
                            WHERE recurrence <> '' AND due_at <= clock_timestamp() AND state NOT IN ('running', 'failed-will-retry')
                              AND NOT EXISTS (SELECT 1 FROM weir.job_claim claim
                                              WHERE claim.task_name = job.kind AND claim.task_instance = CAST(job.id AS text))
                            RETURNING kind, id, due_at)
                        INSERT INTO weir.job_claim (task_name, task_instance, execution_time, picked, version)
                        SELECT kind, CAST(id AS text), due_at, false, 1 FROM due
                        ON CONFLICT DO NOTHING
                        """)
                .execute();
    }

    /// Writes when a job recurs. The next time moves only when the rule has changed.
    public void recur(Transaction transaction, JobId id, String recurrence, String argument, Instant due) {
        transaction.handle()
                .createUpdate("""
                        UPDATE weir.job
                        SET argument = :argument, recurrence = :recurrence,
                            due_at = CASE WHEN recurrence = :recurrence THEN due_at ELSE :due END
                        WHERE id = :id
                        """)
                .bind("id", id.value())
                .bind("recurrence", recurrence)
                .bind("argument", argument)
                .bind("due", due.atOffset(ZoneOffset.UTC))
                .execute();
    }

    /// Lets no job recur but these.
    public void recurOnly(Transaction transaction, Collection<JobId> ids) {
        transaction.handle()
                .createUpdate("UPDATE weir.job SET recurrence = '' WHERE recurrence <> '' AND NOT id = ANY(:ids)")
                .bindArray("ids", Long.class, ids.stream().map(JobId::value).toArray())
                .execute();
    }
}
