package weir.collect.delivery;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import weir.collect.delivery.DeliveredFile.Findings;
import weir.collect.rulebook.Rulebook;
import weir.collect.workspace.Workspace;
import weir.engine.format.Content;
import weir.engine.format.Limits;
import weir.engine.issue.Issue;
import weir.engine.issue.IssueCode;
import weir.engine.issue.Place;
import weir.engine.issue.report.SeverityCounts;
import weir.engine.issue.report.TableOutcome;
import weir.engine.organisation.OrganisationCode;
import weir.engine.pipeline.CleanRequest;
import weir.engine.pipeline.FileCleaning;
import weir.engine.pipeline.FileCleaning.KeptTable;
import weir.engine.pipeline.Stated;
import weir.engine.pipeline.Workers;
import weir.platform.job.JobKind;
import weir.platform.job.JobOrder;
import weir.platform.job.JobRun;
import weir.platform.job.JobWork;
import weir.platform.job.Retry;
import weir.platform.journal.Action;
import weir.platform.journal.Actor;
import weir.platform.journal.Entry;
import weir.platform.journal.Journal;
import weir.platform.journal.Subject;
import weir.platform.objects.FilePut;
import weir.platform.objects.ObjectKey;
import weir.platform.objects.ObjectStore;

/// The job that checks one file, keeps its cleaned tables and its reports, and settles which tables count from now on.
public final class CheckDelivery implements JobWork<CheckDelivery.Argument> {

    /// What a delivery waits for when something outside is away: a day and more.
    public static final Retry PATIENT = new Retry(150, Duration.ofSeconds(2), 2, Duration.ofMinutes(10), 0.2);

    public static final JobKind<Argument> KIND = new JobKind<>("check-delivery", Argument.class, PATIENT, Duration.ofHours(2));

    /// Bytes that are read before anybody looks how far it is.
    private static final long SOON_READ = 1_000_000;

    private static final ObjectKey REPORTS = ObjectKey.of("reports");
    private static final ObjectKey CLEANED = ObjectKey.of("cleaned");

    private final ObjectStore objects;
    private final Journal journal;
    private final Registry registry;
    private final Workspace workspace;
    private final Rulebook rulebook;
    private final InstantSource clock;

    /// @param file its number
    public record Argument(int file) {}

    static JobOrder<Argument> order(int file, int checks, OrganisationCode organisation, Actor by) {
        return JobOrder.of(KIND, file + "-" + checks, new Argument(file), by).organisation(organisation);
    }

    public CheckDelivery(
            ObjectStore objects,
            Journal journal,
            Registry registry,
            Workspace workspace,
            Rulebook rulebook,
            InstantSource clock) {
        this.objects = objects;
        this.journal = journal;
        this.registry = registry;
        this.workspace = workspace;
        this.rulebook = rulebook;
        this.clock = clock;
    }

    @Override
    public void run(JobRun run, Argument argument) throws IOException {
        DeliveredFile file = registry.find(argument.file()).orElseThrow();
        if (file.state() != DeliveredFile.State.RECEIVED) {
            run.complete(_ -> {});
            return;
        }
        try (Workspace.Folder folder = workspace.open()) {
            Path bytes = folder.fetch(objects, Deliveries.resource(file.resource()), "resource");
            Reports reports = new Reports(folder.path(), run.runId().value(), clock.instant());
            FileCleaning.Done done = check(run, Content.of(bytes, file.file()), file, folder.path(), reports);
            ObjectKey kept = REPORTS.child(file.number() + "/" + run.runId());
            reports.keep(objects, kept);
            List<DeliveredTable> tables = keep(run, file, done);
            complete(run, file, done, tables, reports.counts(), kept);
        }
    }

    private FileCleaning.Done check(JobRun run, Content content, DeliveredFile file, Path folder, Reports reports)
            throws IOException {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/London"));
        FileCleaning cleaning = new FileCleaning(
                rulebook.catalogue(),
                rulebook.organisation(file.organisation()),
                rulebook.agreements(file.organisation()),
                today,
                Limits.usual(),
                CleanRequest.USUAL_ARENA_BYTES,
                rulebook::rules);
        try (reports; Workers workers = Workers.ofThisMachine()) {
            FileCleaning.Done done = cleaning.run(
                    content, Stated.NOTHING, file.number(), folder, workers, reports.sink(), read -> {
                        run.checkCancelled();
                        if (file.bytes() > SOON_READ) {
                            run.progress(read, file.bytes(), "bytes read");
                        }
                    });
            tellOfRepeats(file, done, reports);
            return done;
        }
    }

    private void tellOfRepeats(DeliveredFile file, FileCleaning.Done done, Reports reports) {
        List<Issue> issues = new ArrayList<>();
        for (KeptTable table : done.tables()) {
            for (String other : registry.siblings(file, asDelivered(table, 0, table.recognised().period().toString()))) {
                issues.add(Issue.error(
                        IssueCode.TABLE_REPEATED,
                        Place.file(file.file()).table(table.recognised().table().name().value()),
                        "it stands in " + other + " as well"));
            }
        }
        if (!issues.isEmpty()) {
            reports.sink().amend(file.file(), issues);
        }
    }

    private static DeliveredTable asDelivered(KeptTable table, int ordinal, String period) {
        return new DeliveredTable(
                ordinal, table.recognised().dataset().id().value(), table.recognised().table().name().value(), period,
                table.recognised().part(),
                table.rows(), table.rows(), 0, DeliveredTable.State.LIVE, table.layout(), Optional.empty(), Optional.empty());
    }

    /// Keeps the tables among the objects, under keys of this run alone.
    private List<DeliveredTable> keep(JobRun run, DeliveredFile file, FileCleaning.Done done) throws IOException {
        List<DeliveredTable> kept = new ArrayList<>();
        Iterator<TableOutcome> outcomes = done.outcome().tables().iterator();
        for (int i = 0; i < done.tables().size(); i++) {
            run.checkCancelled();
            KeptTable table = done.tables().get(i);
            TableOutcome outcome = outcomeOf(table, outcomes);
            String name = outcome.table() + "-" + i;
            ObjectKey key = CLEANED.child(file.organisation() + "/" + file.number() + "/" + run.runId() + "/" + name);
            FilePut sorted = new FilePut(ObjectKey.of(key + ".rows"), table.sorted());
            FilePut parquet = new FilePut(ObjectKey.of(key + ".parquet"), table.parquet());
            FilePut.all(objects, List.of(sorted, parquet));
            kept.add(new DeliveredTable(
                    i, outcome.dataset(), outcome.table(), outcome.period(), table.recognised().part(),
                    outcome.rowsRead(), outcome.rowsKept(), outcome.rowsRefused(),
                    DeliveredTable.State.LIVE, table.layout(),
                    Optional.of(sorted.key().value()), Optional.of(parquet.key().value())));
        }
        return kept;
    }

    /// Both come in the order of the file, but a table that could not be read to its end has an outcome only.
    private static TableOutcome outcomeOf(KeptTable table, Iterator<TableOutcome> outcomes) {
        TableOutcome outcome = outcomes.next();
        while (!outcome.table().equals(table.recognised().table().name().value()) || outcome.rowsKept() != table.rows()) {
            outcome = outcomes.next();
        }
        return outcome;
    }

    private void complete(
            JobRun run,
            DeliveredFile file,
            FileCleaning.Done done,
            List<DeliveredTable> tables,
            SeverityCounts issues,
            ObjectKey reports) {
        DeliveredFile.State state =
                tables.isEmpty() ? DeliveredFile.State.REFUSED : DeliveredFile.State.CHECKED;
        Findings findings = new Findings(
                done.outcome().rowsRead(), done.outcome().rowsKept(), done.outcome().rowsRefused(),
                issues.errors(), issues.warnings(), issues.notices(), reports.value(), tables);
        String rules = rulebook.ofChecks(file.organisation());
        run.complete(transaction -> {
            registry.settle(transaction, file, state, findings, rules, run.actor());
            journal.append(transaction, Entry.of(
                            Action.ISSUE_TOTAL, run.actor(), new Subject("delivery", file.delivery().toString()))
                    .organisation(file.organisation())
                    .run(run.runId())
                    .counts(Map.of(
                            "file", (long) file.number(),
                            "rows-read", findings.rowsRead(),
                            "rows-kept", findings.rowsKept(),
                            "rows-refused", findings.rowsRefused(),
                            "errors", findings.errors(),
                            "warnings", findings.warnings(),
                            "notices", findings.notices()))
                    .detail("state", state.word()));
        });
    }
}
