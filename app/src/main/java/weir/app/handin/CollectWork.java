package weir.app.handin;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import weir.app.serve.CollectParts;
import weir.app.settings.ServiceSettings;
import weir.collect.delivery.CheckDelivery;
import weir.collect.inbox.ReadInbox;
import weir.collect.output.PublishOutputs;
import weir.collect.output.Refresh;
import weir.collect.report.MakeReports;
import weir.collect.returns.CheckReturns;
import weir.collect.share.MakeShare;
import weir.collect.workspace.Workspace;
import weir.platform.analysis.Analysis;
import weir.platform.job.JobEvents;
import weir.platform.job.JobFilter;
import weir.platform.job.JobSettings;
import weir.platform.job.JobState;
import weir.platform.job.JobWorker;
import weir.platform.job.Jobs;
import weir.platform.settings.SettingValues;
import weir.platform.unit.DataSize;

/// Does the jobs of collect in this process for as long as a command lasts.
final class CollectWork implements AutoCloseable {

    private static final DataSize ANALYSIS_MEMORY = DataSize.ofMegabytes(512);
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final Set<JobState> OPEN = Set.of(JobState.WAITING, JobState.RUNNING);

    private final Jobs jobs;
    private final Analysis analysis;
    private final JobWorker worker;
    private final Duration patience;
    private final Map<String, Integer> done;
    private final Map<String, Integer> failed;

    private CollectWork(
            Jobs jobs, Analysis analysis, JobWorker worker, Duration patience, Map<String, Integer> done, Map<String, Integer> failed) {
        this.jobs = jobs;
        this.analysis = analysis;
        this.worker = worker;
        this.patience = patience;
        this.done = done;
        this.failed = failed;
    }

    /// @param folder the data folder, which this process must have
    static CollectWork start(CollectParts collect, SettingValues settings, Path folder) throws IOException {
        Path work = folder.resolve("work");
        Workspace workspace = Workspace.in(work);
        Analysis analysis = new Analysis(work.resolve("analysis"), ANALYSIS_MEMORY, 1, 2);
        Map<String, Integer> done = new ConcurrentHashMap<>();
        Map<String, Integer> failed = new ConcurrentHashMap<>();
        JobSettings job = new JobSettings(
                settings.get(ServiceSettings.JOB_WORKERS),
                LOOK,
                settings.get(ServiceSettings.JOB_HEARTBEAT),
                settings.get(ServiceSettings.JOB_MISSED));
        JobWorker worker = new JobWorker(
                collect.database(), collect.journal(), collect.surroundings().clock(), collect.surroundings().random(),
                "command-" + ProcessHandle.current().pid(), job, counted(done, failed), collect.assignments(workspace, analysis));
        worker.start();
        return new CollectWork(
                collect.jobs(), analysis, worker, settings.get(ServiceSettings.WEB_STOP), done, failed);
    }

    private static JobEvents counted(Map<String, Integer> done, Map<String, Integer> failed) {
        return new JobEvents() {
            @Override
            public void started(String kind) {}

            @Override
            public void ended(String kind, JobState state, Duration duration) {
                (state == JobState.DONE ? done : failed).merge(kind, 1, Integer::sum);
            }
        };
    }

    /// Waits until no file waits to be checked.
    /// @param check called now and then; may throw to end the wait
    void awaitChecked(Runnable check) throws IOException {
        await(List.of(CheckDelivery.KIND.name()), check);
    }

    /// Waits until nothing of collect waits that could be done now.
    /// @param check called now and then; may throw to end the wait
    void awaitAll(Runnable check) throws IOException {
        await(List.of(CheckDelivery.KIND.name(), Refresh.KIND.name(), MakeShare.KIND.name(), PublishOutputs.KIND.name(), MakeReports.KIND.name(),
                CheckReturns.KIND.name()),
                check);
    }

    private void await(List<String> kinds, Runnable check) throws IOException {
        try {
            while (kinds.stream().anyMatch(this::isOpen)) {
                check.run();
                TimeUnit.MILLISECONDS.sleep(LOOK.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted. What was done is kept, and the rest is done next time.");
        }
    }

    /// A recurring one waits for its next time, which is a service's business.
    private boolean isOpen(String kind) {
        return jobs.list(JobFilter.all().kind(kind).in(OPEN).limit(100)).stream().anyMatch(job -> job.recurrence().isEmpty());
    }

    /// How many jobs of a kind ended well.
    int done(String kind) {
        return done.getOrDefault(kind, 0);
    }

    /// How many attempts failed; each is tried again when work is done next.
    int failed() {
        return failed.entrySet().stream()
                .filter(kind -> !kind.getKey().equals(ReadInbox.KIND.name()))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    @Override
    public void close() {
        worker.stop(patience);
        analysis.close();
    }
}
