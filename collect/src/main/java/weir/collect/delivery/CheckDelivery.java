package weir.collect.delivery;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

import weir.collect.delivery.store.DeliveryStore;
import weir.collect.workspace.Workspace;
import weir.engine.dataset.Datasets;
import weir.engine.format.Content;
import weir.engine.format.Limits;
import weir.engine.issue.IssueCatalogue;
import weir.engine.issue.report.FileOutcome;
import weir.engine.issue.report.IssueCounts;
import weir.engine.issue.report.JsonReport;
import weir.engine.issue.report.ReportSink;
import weir.engine.issue.report.SeverityCounts;
import weir.engine.pipeline.Recogniser;
import weir.engine.pipeline.ReturnRun;
import weir.engine.pipeline.RowTarget;
import weir.engine.pipeline.Stated;
import weir.engine.pipeline.Workers;
import weir.platform.database.Database;
import weir.platform.database.Transaction;
import weir.platform.job.JobKind;
import weir.platform.job.JobRun;
import weir.platform.job.JobWork;
import weir.platform.job.Retry;
import weir.platform.journal.Action;
import weir.platform.journal.Entry;
import weir.platform.journal.Journal;
import weir.platform.journal.Subject;
import weir.platform.objects.ObjectKey;
import weir.platform.objects.ObjectStore;
import weir.platform.objects.PutTerms;

/// The job that checks one delivery and keeps its report.
public final class CheckDelivery implements JobWork<CheckDelivery.Argument> {

    /// What a delivery waits for when something outside is away: a day and more.
    public static final Retry PATIENT = new Retry(150, Duration.ofSeconds(2), 2, Duration.ofMinutes(10), 0.2);

    public static final JobKind<Argument> KIND = new JobKind<>("check-delivery", Argument.class, PATIENT, Duration.ofHours(2));

    private static final ObjectKey REPORTS = ObjectKey.of("reports");

    private final Database database;
    private final ObjectStore objects;
    private final Journal journal;
    private final AfterCheck afterCheck;
    private final Workspace workspace;
    private final Supplier<Datasets> datasets;
    private final InstantSource clock;
    private final DeliveryStore store = new DeliveryStore();

    /// What follows when a delivery was checked, in the same transaction.
    @FunctionalInterface
    public interface AfterCheck {

        void checked(Transaction transaction, Delivery delivery);
    }

    /// @param delivery its id
    public record Argument(String delivery) {}

    public CheckDelivery(
            Database database,
            ObjectStore objects,
            Journal journal,
            AfterCheck afterCheck,
            Workspace workspace,
            Supplier<Datasets> datasets,
            InstantSource clock) {
        this.database = database;
        this.objects = objects;
        this.journal = journal;
        this.afterCheck = afterCheck;
        this.workspace = workspace;
        this.datasets = datasets;
        this.clock = clock;
    }

    @Override
    public void run(JobRun run, Argument argument) throws IOException {
        DeliveryId id = DeliveryId.parse(argument.delivery()).orElseThrow();
        Delivery delivery = database.read(transaction -> store.find(transaction, id)).orElseThrow();
        try (Workspace.Folder folder = workspace.open()) {
            Path file = folder.fetch(objects, Deliveries.resource(delivery.resource()), "resource");
            Path report = folder.path().resolve("report.json");
            Checked checked = check(run, Content.of(file, delivery.file()), delivery.bytes(), report);
            ObjectKey key = REPORTS.child(id + ".json");
            try (var in = Files.newInputStream(report)) {
                objects.put(key, in, PutTerms.none());
            }
            complete(run, delivery, checked, key);
        }
    }

    private record Checked(FileOutcome outcome, SeverityCounts issues) {}

    private Checked check(JobRun run, Content content, long bytes, Path report) throws IOException {
        IssueCounts counts = new IssueCounts();
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/London"));
        try (OutputStream out = Files.newOutputStream(report);
                ReportSink reports = ReportSink.all(List.of(counts, new JsonReport(out, IssueCatalogue.builtIn())));
                Workers workers = Workers.ofThisMachine()) {
            ReturnRun check = new ReturnRun(
                    datasets.get().all(), today, Recogniser.Retention.WARNED, Limits.usual(), workers, reports, read -> {
                        run.checkCancelled();
                        run.progress(read, bytes, "bytes read");
                    });
            FileOutcome outcome = check.run(content, Stated.NOTHING, _ -> RowTarget.none());
            return new Checked(outcome, counts.totals().issues());
        }
    }

    private void complete(JobRun run, Delivery delivery, Checked checked, ObjectKey report) {
        FileOutcome outcome = checked.outcome();
        Delivery.State state = outcome.refused() ? Delivery.State.REFUSED : Delivery.State.CHECKED;
        Delivery.Findings findings = new Delivery.Findings(
                outcome.dataset(), outcome.table(), outcome.period(),
                outcome.rowsRead(), outcome.rowsKept(), outcome.rowsRefused(),
                checked.issues().errors(), checked.issues().warnings(), checked.issues().notices(), report.value());
        run.complete(transaction -> {
            store.checked(transaction, delivery.id(), state, findings);
            journal.append(transaction, Entry.of(
                            Action.ISSUE_TOTAL, run.actor(), new Subject("delivery", delivery.id().toString()))
                    .organisation(delivery.organisation())
                    .run(run.runId())
                    .counts(Map.of(
                            "rows-read", findings.rowsRead(),
                            "rows-kept", findings.rowsKept(),
                            "rows-refused", findings.rowsRefused(),
                            "errors", findings.errors(),
                            "warnings", findings.warnings(),
                            "notices", findings.notices()))
                    .detail("state", state.name().toLowerCase(Locale.ROOT)));
            afterCheck.checked(transaction, delivery);
        });
    }
}
