package weir.collect.output;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import weir.collect.change.store.ChangeStore;
import weir.collect.delivery.CheckDelivery;
import weir.collect.erase.Erase;
import weir.collect.output.store.PublicationStore;
import weir.collect.rulebook.Rulebook;
import weir.collect.share.Share;
import weir.collect.share.store.ShareStore;
import weir.collect.workspace.Workspace;
import weir.engine.dataset.Dataset;
import weir.engine.dataset.Disclosure;
import weir.engine.dataset.TableName;
import weir.engine.dataset.UseCase;
import weir.engine.dataset.UseCaseName;
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
import weir.platform.objects.ObjectStore;

/// The job that publishes a dataset for a use case from the current shares of all organisations.
///
/// Each new share asks for one. It does nothing when the current outputs hold that share already, and leaves the work to a
/// later one when more shares are about to be made and the outputs are fresh.
public final class PublishOutputs implements JobWork<PublishOutputs.Argument> {

    public static final JobKind<Argument> KIND =
            new JobKind<>("publish-outputs", Argument.class, CheckDelivery.PATIENT, Duration.ofHours(6));

    /// Outputs may lag this long while many organisations hand in at once.
    private static final Duration FRESH = Duration.ofSeconds(60);

    private final Database database;
    private final OwnFiles ownFiles;
    private final Journal journal;
    private final Workspace workspace;
    private final Rulebook rulebook;
    private final TableOutput tableOutput;
    private final AfterPublication afterPublication;
    private final InstantSource clock;
    private final ShareStore shares = new ShareStore();
    private final ChangeStore changes = new ChangeStore();
    private final PublicationStore store = new PublicationStore();

    /// What follows when a dataset was published for a use case, in the same transaction.
    @FunctionalInterface
    public interface AfterPublication {

        void published(Transaction transaction, String useCase, String dataset, Actor by);
    }

    /// @param share the share that asks for it
    public record Argument(String useCase, String dataset, long share) {}

    public PublishOutputs(
            Database database,
            ObjectStore objects,
            Journal journal,
            Workspace workspace,
            Rulebook rulebook,
            Analysis analysis,
            AfterPublication afterPublication,
            InstantSource clock) {
        this.database = database;
        this.ownFiles = new OwnFiles(database, objects);
        this.journal = journal;
        this.workspace = workspace;
        this.rulebook = rulebook;
        this.tableOutput = new TableOutput(objects, ownFiles, analysis);
        this.afterPublication = afterPublication;
        this.clock = clock;
    }

    /// Submits what a new share asks for: each use case of the dataset, signed or not, since what was signed before must go.
    public static void due(Transaction transaction, Jobs jobs, Dataset dataset, long share, Actor by) {
        for (UseCase useCase : dataset.useCases()) {
            String name = useCase.name().value();
            String id = dataset.id().value();
            jobs.submit(transaction, JobOrder.of(KIND, name + "/" + id + "/" + share, new Argument(name, id, share), by));
        }
    }

    @Override
    public void run(JobRun run, Argument argument) throws IOException {
        ownFiles.begin(run, argument.useCase(), argument.dataset());
        Optional<Dataset> dataset = rulebook.dataset(argument.dataset());
        Optional<UseCase> useCase = dataset.flatMap(one -> one.useCase(new UseCaseName(argument.useCase())));
        Optional<List<Share>> given = given(argument);
        if (useCase.isEmpty() || given.isEmpty()) {
            run.complete(_ -> {});
            return;
        }
        List<Share> signed = given.get().stream()
                .filter(share -> rulebook.agreements(share.organisation()).hasSigned(dataset.get().id(), useCase.get().name()))
                .toList();
        long upTo = given.get().stream().mapToLong(Share::number).max().orElse(argument.share());
        try (Workspace.Folder folder = workspace.open()) {
            List<OutputFile> files = new ArrayList<>();
            List<TableOutput.Made> tables = new ArrayList<>();
            for (Fragments table : tables(useCase.get(), signed)) {
                run.checkCancelled();
                TableOutput.Made made = tableOutput.make(run, argument, table, disclosure(useCase.get(), table), folder);
                tables.add(made);
                files.addAll(made.files());
            }
            OutputManifest manifest = manifest(run, dataset.get(), useCase.get(), tables, files, signed);
            files.add(keep(run, argument, manifest, folder));
            complete(run, argument, upTo, signed, tables, files);
        }
    }

    private static Optional<Disclosure> disclosure(UseCase useCase, Fragments table) {
        return useCase.table(new TableName(table.table())).flatMap(UseCase.TableRule::disclosure);
    }

    private Optional<List<Share>> given(Argument argument) {
        return database.read(transaction -> {
            boolean isDone = store.upTo(transaction, argument.useCase(), argument.dataset()) >= argument.share();
            boolean comesAgain = changes.due(transaction, argument.dataset()) > 0
                    && store.isYounger(transaction, argument.useCase(), argument.dataset(), FRESH);
            return isDone || comesAgain
                    ? Optional.empty()
                    : Optional.of(shares.current(transaction, argument.dataset()));
        });
    }

    /// The tables of a use case in the order of its rules; those that no organisation has handed in are left out.
    private static List<Fragments> tables(UseCase useCase, List<Share> shares) {
        List<Fragments> tables = new ArrayList<>();
        for (UseCase.TableRule rule : useCase.tables()) {
            List<Share.Table> given = shares.stream()
                    .flatMap(share -> share.tables().stream())
                    .filter(table -> table.useCase().equals(useCase.name().value())
                            && table.table().equals(rule.table().value()))
                    .toList();
            if (!given.isEmpty()) {
                tables.add(new Fragments(given.getFirst().name(), rule.table().value(), given));
            }
        }
        return tables;
    }

    private OutputFile keep(JobRun run, Argument argument, OutputManifest manifest, Workspace.Folder folder) throws IOException {
        Path file = folder.path().resolve(argument.useCase() + "_" + argument.dataset() + "_manifest.json");
        Files.writeString(file, Json.write(manifest), StandardCharsets.UTF_8);
        return ownFiles.keep(run, argument.useCase(), argument.dataset(), file);
    }

    private OutputManifest manifest(
            JobRun run, Dataset dataset, UseCase useCase, List<TableOutput.Made> tables, List<OutputFile> files, List<Share> shares) {
        return new OutputManifest(
                useCase.name().value(),
                dataset.id().value(),
                dataset.latest().since().toString(),
                run.runId().value(),
                clock.instant(),
                tables.stream().map(TableOutput.Made::account).toList(),
                files.stream().map(file -> new OutputManifest.File(file.path(), file.bytes(), file.sha256())).toList(),
                shares.stream().map(share -> given(useCase, share)).toList());
    }

    private static OutputManifest.Given given(UseCase useCase, Share share) {
        return new OutputManifest.Given(
                share.organisation().value(),
                share.number(),
                share.run(),
                share.tables().stream()
                        .filter(table -> table.useCase().equals(useCase.name().value()))
                        .map(table -> new OutputManifest.Account(
                                table.table(), table.rowsIn(), table.rowsKept(), table.rowsRefused(), table.rowsMerged()))
                        .toList());
    }

    /// The publication becomes current, unless a later one is, or something in it must not leave any more: then a later job
    /// makes one without it.
    private void complete(
            JobRun run, Argument argument, long upTo, List<Share> given, List<TableOutput.Made> tables, List<OutputFile> files) {
        UUID id = UUID.nameUUIDFromBytes(run.runId().value().getBytes(StandardCharsets.UTF_8));
        run.complete(transaction -> {
            store.lock(transaction, argument.useCase(), argument.dataset());
            shares.lockUnneeded(transaction, argument.dataset());
            List<Long> numbers = given.stream().map(Share::number).toList();
            boolean isLate = store.upTo(transaction, argument.useCase(), argument.dataset()) > upTo
                    || !shares.hold(transaction, numbers);
            if (isLate || holdsErased(transaction, given)) {
                Erase.later(transaction, files.stream().filter(OutputFile::isOwn).map(OutputFile::object).toList());
                return;
            }
            List<String> earlier = store.publish(
                    transaction, id, argument.useCase(), argument.dataset(), run.runId().value(), upTo,
                    numbers, files);
            Erase.later(transaction, earlier);
            Erase.later(transaction, shares.removeUnneeded(transaction, argument.dataset()));
            afterPublication.published(transaction, argument.useCase(), argument.dataset(), run.actor());
            Subject publication = new Subject("publication", argument.useCase() + " " + argument.dataset());
            for (TableOutput.Made table : tables) {
                table.suppressed().forEach(taken -> journal.append(
                        transaction,
                        SuppressedEntry.of(run, publication, table.table().rows(), taken)));
            }
            journal.append(transaction, Entry.of(Action.STATE_CHANGED, run.actor(), publication)
                    .run(run.runId())
                    .counts(Map.of("files", (long) files.size(), "organisations", (long) given.size(), "up-to-share", upTo))
                    .detail("state", "published"));
        });
    }

    private boolean holdsErased(Transaction transaction, List<Share> given) {
        return given.stream().anyMatch(share -> changes.find(transaction, share.organisation(), share.dataset())
                .filter(change -> change.erased() > share.version())
                .isPresent());
    }
}
