package weir.collect.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import weir.collect.delivery.CheckDelivery;
import weir.collect.erase.Erase;
import weir.collect.output.OutputFile;
import weir.collect.output.OutputManifest;
import weir.collect.output.OwnFiles;
import weir.collect.output.SuppressedEntry;
import weir.collect.output.store.PublicationStore;
import weir.collect.rulebook.Rulebook;
import weir.collect.workspace.Workspace;
import weir.engine.dataset.Dataset;
import weir.engine.dataset.Report;
import weir.engine.dataset.Report.Needed;
import weir.platform.analysis.Analysis;
import weir.platform.database.Database;
import weir.platform.database.Transaction;
import weir.platform.job.JobKind;
import weir.platform.job.JobOrder;
import weir.platform.job.JobRun;
import weir.platform.job.JobWork;
import weir.platform.job.Jobs;
import weir.platform.journal.Action;
import weir.platform.journal.Actor;
import weir.platform.journal.Entry;
import weir.platform.journal.Journal;
import weir.platform.journal.Subject;
import weir.platform.json.Json;
import weir.platform.objects.ObjectKey;
import weir.platform.objects.ObjectStore;

/// The job that makes the reports of a dataset for a use case from what is published.
public final class MakeReports implements JobWork<MakeReports.Argument> {

    public static final JobKind<Argument> KIND =
            new JobKind<>("make-reports", Argument.class, CheckDelivery.PATIENT, Duration.ofHours(6));

    private final Database database;
    private final ObjectStore objects;
    private final OwnFiles ownFiles;
    private final Journal journal;
    private final Workspace workspace;
    private final Rulebook rulebook;
    private final Analysis analysis;
    private final InstantSource clock;
    private final PublicationStore store = new PublicationStore();

    /// @param dataset whose reports
    /// @param version what was published before this number is in them, or the job does nothing
    public record Argument(String useCase, String dataset, long version) {}

    public MakeReports(
            Database database,
            ObjectStore objects,
            Journal journal,
            Workspace workspace,
            Rulebook rulebook,
            Analysis analysis,
            InstantSource clock) {
        this.database = database;
        this.objects = objects;
        this.ownFiles = new OwnFiles(database, objects);
        this.journal = journal;
        this.workspace = workspace;
        this.rulebook = rulebook;
        this.analysis = analysis;
        this.clock = clock;
    }

    /// Submits the reports that read a dataset of a use case, because it was published.
    public static void due(
            Transaction transaction, Jobs jobs, Rulebook rulebook, String useCase, String published, Actor by) {
        for (Dataset dataset : rulebook.datasets()) {
            boolean reads = rulebook.reports(dataset).stream()
                    .filter(report -> report.useCase().value().equals(useCase))
                    .flatMap(report -> Stream.concat(report.needs().stream(), report.may().stream()))
                    .anyMatch(needed -> needed.dataset().value().equals(published));
            if (reads) {
                long version = new PublicationStore().nextVersion(transaction);
                String id = dataset.id().value();
                jobs.submit(transaction, JobOrder.of(
                        KIND, useCase + "/" + id + "/" + version, new Argument(useCase, id, version), by));
            }
        }
    }

    /// The name under which reports of a dataset are published.
    private static String name(Argument argument) {
        return argument.dataset() + " reports";
    }

    /// What is published, as one moment shows it.
    private record Given(long version, List<OutputFile> files) {}

    @Override
    public void run(JobRun run, Argument argument) throws IOException {
        ownFiles.begin(run, argument.useCase(), argument.dataset());
        Given given = database.write(transaction -> new Given(
                store.nextVersion(transaction), store.current(transaction, argument.useCase())));
        boolean isDone = database.read(
                transaction -> store.upTo(transaction, argument.useCase(), name(argument)) > argument.version());
        List<Report> reports = rulebook.dataset(argument.dataset()).stream()
                .flatMap(dataset -> rulebook.reports(dataset).stream())
                .filter(report -> report.useCase().value().equals(argument.useCase()))
                .toList();
        if (isDone || reports.isEmpty()) {
            run.complete(_ -> {});
            return;
        }
        try (Workspace.Folder folder = workspace.open()) {
            Map<Needed, List<Path>> fetched = new LinkedHashMap<>();
            List<OutputFile> files = new ArrayList<>();
            List<OutputManifest.Table> controlled = new ArrayList<>();
            for (Report report : reports) {
                run.checkCancelled();
                fetch(report, given, folder, fetched);
                if (fetched.keySet().containsAll(report.needs())) {
                    files.addAll(make(run, argument, report, fetched, folder.path(), controlled));
                }
            }
            if (!controlled.isEmpty()) {
                files.add(manifest(run, argument, controlled, files, folder.path()));
            }
            complete(run, argument, given.version(), files, controlled);
        }
    }

    private void fetch(Report report, Given given, Workspace.Folder folder, Map<Needed, List<Path>> fetched) throws IOException {
        for (Needed needed : Stream.concat(report.needs().stream(), report.may().stream()).toList()) {
            if (fetched.containsKey(needed)) {
                continue;
            }
            Pattern name = Pattern.compile(
                    Pattern.quote(report.useCase() + "_" + needed.dataset() + "_" + needed.table()) + "(_part\\d+)?\\.parquet");
            List<Path> parts = new ArrayList<>();
            for (OutputFile file : given.files()) {
                if (file.dataset().equals(needed.dataset().value()) && name.matcher(file.path()).matches()) {
                    parts.add(folder.fetch(objects, ObjectKey.of(file.object()), "tables/" + file.path()));
                }
            }
            if (!parts.isEmpty()) {
                fetched.put(needed, parts);
            }
        }
    }

    private List<OutputFile> make(
            JobRun run,
            Argument argument,
            Report report,
            Map<Needed, List<Path>> fetched,
            Path folder,
            List<OutputManifest.Table> controlled)
            throws IOException {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/London"));
        ReportRun.Made made = analysis.run(session ->
                new ReportRun(report, rulebook.datasets(), today).run(session, fetched, folder, argument.dataset()));
        List<OutputFile> files = new ArrayList<>();
        controlled.addAll(made.controlled());
        for (Path file : made.files()) {
            files.add(ownFiles.keep(run, argument.useCase(), argument.dataset(), file));
        }
        return files;
    }

    /// What the control of disclosure has taken from which output.
    private OutputFile manifest(
            JobRun run, Argument argument, List<OutputManifest.Table> controlled, List<OutputFile> files, Path folder)
            throws IOException {
        OutputManifest manifest = new OutputManifest(
                argument.useCase(),
                argument.dataset(),
                rulebook.dataset(argument.dataset()).map(dataset -> dataset.latest().since().toString()).orElse(""),
                run.runId().value(),
                clock.instant(),
                controlled,
                files.stream().map(file -> new OutputManifest.File(file.path(), file.bytes(), file.sha256())).toList(),
                List.of());
        Path file = folder.resolve(argument.useCase() + "_" + argument.dataset() + "_reports_manifest.json");
        Files.writeString(file, Json.write(manifest), StandardCharsets.UTF_8);
        return ownFiles.keep(run, argument.useCase(), argument.dataset(), file);
    }

    private void complete(
            JobRun run, Argument argument, long version, List<OutputFile> files, List<OutputManifest.Table> controlled) {
        UUID id = UUID.nameUUIDFromBytes(run.runId().value().getBytes(StandardCharsets.UTF_8));
        run.complete(transaction -> {
            store.lock(transaction, argument.useCase(), name(argument));
            if (store.upTo(transaction, argument.useCase(), name(argument)) > version) {
                Erase.later(transaction, files.stream().map(OutputFile::object).toList());
                return;
            }
            Erase.later(transaction, store.publish(
                    transaction, id, argument.useCase(), name(argument), run.runId().value(), version, List.of(), files));
            Subject publication = new Subject("publication", argument.useCase() + " " + name(argument));
            for (OutputManifest.Table table : controlled) {
                table.suppressed().forEach(taken -> journal.append(
                        transaction, SuppressedEntry.of(run, publication, table.rows() + table.rowsRemoved(), taken)));
            }
            journal.append(transaction, Entry.of(Action.STATE_CHANGED, run.actor(), publication)
                    .run(run.runId())
                    .count("files", files.size())
                    .detail("state", "published"));
        });
    }
}
