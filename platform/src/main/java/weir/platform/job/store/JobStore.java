package weir.platform.job.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import weir.platform.database.Transaction;
import weir.platform.job.Job;
import weir.platform.job.JobFilter;
import weir.platform.job.JobId;
import weir.platform.job.JobState;
import weir.platform.journal.Actor;

/// Reads jobs and changes their states. Every time is the database's. Safe for any number of threads.
public final class JobStore {

    private static final String COLUMNS = """
            id, kind, key, organisation, recurrence, state, attempt, failures, losses, progress_done, progress_total,
            progress_what, reason, cancel_requested, submitter_kind, submitter_id, process, submitted_at, due_at,
            started_at, ended_at, argument
            """;

    /// What a worker needs to know of a job it has claimed; the row is locked.
    ///
    /// @param losses how often the process that ran it has died
    public record Claimed(Job job, String argument, int losses, boolean isCancelRequested) {}

    public Instant now(Transaction transaction) {
        return transaction.handle()
                .createQuery("SELECT clock_timestamp()")
                .map((row, context) -> instant(row, 1))
                .one();
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? Instant.EPOCH : time.toInstant();
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    private static Job job(ResultSet row) throws SQLException {
        return new Job(
                new JobId(row.getLong("id")),
                row.getString("kind"),
                row.getString("key"),
                row.getString("organisation"),
                row.getString("recurrence"),
                JobState.ofCode(row.getString("state")),
                row.getInt("attempt"),
                row.getInt("failures"),
                new Job.Progress(row.getLong("progress_done"), row.getLong("progress_total"), row.getString("progress_what")),
                row.getString("reason"),
                new Actor(Actor.Kind.ofCode(row.getString("submitter_kind")), row.getString("submitter_id")),
                row.getString("process"),
                new Job.Times(
                        instant(row, "submitted_at"),
                        instant(row, "due_at"),
                        instant(row, "started_at"),
                        instant(row, "ended_at")));
    }

    /// A job to be written.
    ///
    /// @param due when it may be taken up
    public record NewJob(
            String kind, String key, String organisation, String argument, String recurrence, Actor submitter, Instant due) {}

    /// Writes a job that waits, unless one of the kind has the key.
    /// @return its id when it is new
    public Optional<JobId> insert(Transaction transaction, NewJob job) {
        return transaction.handle()
                .createQuery("""
                        INSERT INTO weir.job (kind, key, organisation, argument, recurrence, state, submitter_kind, submitter_id, due_at)
                        VALUES (:kind, :key, :organisation, :argument, :recurrence, 'waiting', :submitterKind, :submitterId, :due)
                        ON CONFLICT (kind, key) DO NOTHING
                        RETURNING id
                        """)
                .bind("kind", job.kind())
                .bind("key", job.key())
                .bind("organisation", job.organisation())
                .bind("argument", job.argument())
                .bind("recurrence", job.recurrence())
                .bind("submitterKind", job.submitter().kind().code())
                .bind("submitterId", job.submitter().id())
                .bind("due", utc(job.due()))
                .mapTo(Long.class)
                .findOne()
                .map(JobId::new);
    }

    public Optional<Job> find(Transaction transaction, JobId id) {
        return transaction.handle()
                .createQuery("SELECT " + COLUMNS + " FROM weir.job WHERE id = :id")
                .bind("id", id.value())
                .map((row, context) -> job(row))
                .findOne();
    }

    public Optional<Job> find(Transaction transaction, String kind, String key) {
        return transaction.handle()
                .createQuery("SELECT " + COLUMNS + " FROM weir.job WHERE kind = :kind AND key = :key")
                .bind("kind", kind)
                .bind("key", key)
                .map((row, context) -> job(row))
                .findOne();
    }

    public List<Job> list(Transaction transaction, JobFilter filter) {
        List<String> conditions = new ArrayList<>(List.of("id < :before", "state = ANY(:states)"));
        if (!filter.kind().isEmpty()) {
            conditions.add("kind = :kind");
        }
        if (!filter.organisation().isEmpty()) {
            conditions.add("organisation = :organisation AND organisation <> ''");
        }
        Query query = transaction.handle().createQuery("SELECT " + COLUMNS + " FROM weir.job WHERE "
                + String.join(" AND ", conditions) + " ORDER BY id DESC LIMIT :limit");
        return query.bind("before", filter.before())
                .bind("kind", filter.kind())
                .bind("organisation", filter.organisation())
                .bindArray("states", String.class, filter.states().stream().map(JobState::code).toArray())
                .bind("limit", filter.limit())
                .map((row, context) -> job(row))
                .list();
    }

    /// The job, locked until the transaction ends.
    public Optional<Claimed> lock(Transaction transaction, JobId id) {
        return transaction.handle()
                .createQuery("SELECT " + COLUMNS + " FROM weir.job WHERE id = :id FOR UPDATE")
                .bind("id", id.value())
                .map((row, context) -> new Claimed(
                        job(row), row.getString("argument"), row.getInt("losses"), row.getBoolean("cancel_requested")))
                .findOne();
    }

    /// Starts an attempt.
    public void start(Transaction transaction, JobId id, int attempt, int losses, String process) {
        transaction.handle()
                .createUpdate("""
                        UPDATE weir.job
                        SET state = 'running', attempt = :attempt, losses = :losses, process = :process,
                            started_at = clock_timestamp(), ended_at = NULL,
                            progress_done = 0, progress_total = 0, progress_what = ''
                        WHERE id = :id
                        """)
                .bind("id", id.value())
                .bind("attempt", attempt)
                .bind("losses", losses)
                .bind("process", process)
                .execute();
    }

    /// How an attempt ends.
    ///
    /// @param due      when the job may be taken up next
    /// @param failures failed attempts so far
    public record End(JobState state, String reason, int failures, Instant due) {}

    /// Ends an attempt, when it is still the newest and running.
    /// @return whether it was
    public boolean end(Transaction transaction, JobId id, int attempt, End end) {
        return transaction.handle()
                .createUpdate("""
                        UPDATE weir.job
                        SET state = :state, reason = :reason, failures = :failures, due_at = :due,
                            ended_at = clock_timestamp(), cancel_requested = false
                        WHERE id = :id AND attempt = :attempt AND state = 'running'
                        """)
                .bind("id", id.value())
                .bind("attempt", attempt)
                .bind("state", end.state().code())
                .bind("reason", end.reason())
                .bind("failures", end.failures())
                .bind("due", utc(end.due()))
                .execute() == 1;
    }

    /// Sets a job that does not run to another state.
    public void set(Transaction transaction, JobId id, JobState state, Instant due) {
        transaction.handle()
                .createUpdate("""
                        UPDATE weir.job
                        SET state = :state, due_at = :due, failures = 0, losses = 0, cancel_requested = false,
                            ended_at = CASE WHEN :state = 'waiting' THEN NULL ELSE clock_timestamp() END
                        WHERE id = :id
                        """)
                .bind("id", id.value())
                .bind("state", state.code())
                .bind("due", utc(due))
                .execute();
    }

    public void progress(Transaction transaction, JobId id, int attempt, Job.Progress progress) {
        transaction.handle()
                .createUpdate("""
                        UPDATE weir.job
                        SET progress_done = :done, progress_total = :total, progress_what = :what
                        WHERE id = :id AND attempt = :attempt AND state = 'running'
                        """)
                .bind("id", id.value())
                .bind("attempt", attempt)
                .bind("done", progress.done())
                .bind("total", progress.total())
                .bind("what", progress.what())
                .execute();
    }

    public void requestCancel(Transaction transaction, JobId id) {
        transaction.handle()
                .createUpdate("UPDATE weir.job SET cancel_requested = true WHERE id = :id AND state = 'running'")
                .bind("id", id.value())
                .execute();
    }

    /// Which of these are to be cancelled.
    public List<JobId> cancelRequested(Transaction transaction, Collection<JobId> running) {
        return transaction.handle()
                .createQuery("SELECT id FROM weir.job WHERE id = ANY(:ids) AND cancel_requested")
                .bindArray("ids", Long.class, running.stream().map(JobId::value).toArray())
                .mapTo(Long.class)
                .map(JobId::new)
                .list();
    }

    /// Removes jobs that ended long ago and do not recur.
    /// @return how many
    public int removeEnded(Transaction transaction, Collection<JobState> states, Duration age) {
        return transaction.handle()
                .createUpdate("""
                        DELETE FROM weir.job
                        WHERE state = ANY(:states) AND recurrence = '' AND ended_at < clock_timestamp() - CAST(:age AS interval)
                        """)
                .bindArray("states", String.class, states.stream().map(JobState::code).toArray())
                .bind("age", age.toString())
                .execute();
    }
}
