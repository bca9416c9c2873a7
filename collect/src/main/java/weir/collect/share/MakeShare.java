package weir.collect.share;

import java.io.IOException;
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
import java.util.Optional;

import weir.collect.change.Change;
import weir.collect.change.store.ChangeStore;
import weir.collect.delivery.CheckDelivery;
import weir.collect.delivery.Deliveries;
import weir.collect.delivery.LiveTable;
import weir.collect.delivery.Registry;
import weir.collect.erase.Erase;
import weir.collect.rulebook.Rulebook;
import weir.collect.share.Share.File;
import weir.collect.share.Share.Format;
import weir.collect.share.store.ShareStore;
import weir.collect.workspace.Workspace;
import weir.engine.compare.KeptRows;
import weir.engine.dataset.Catalogue;
import weir.engine.dataset.Dataset;
import weir.engine.dataset.Period;
import weir.engine.dataset.TableName;
import weir.engine.dataset.UseCase;
import weir.engine.format.Limits;
import weir.engine.organisation.OrganisationCode;
import weir.engine.pipeline.CleanRequest;
import weir.engine.pipeline.Formats;
import weir.engine.pipeline.ShareRun;
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
import weir.platform.objects.FilePut;
import weir.platform.objects.ObjectKey;
import weir.platform.objects.ObjectStore;
import weir.platform.objects.StoredObject;

/// The job that makes an organisation's share of a dataset anew from its live tables.
///
/// Each change of them asks for one. As long as files of the organisation wait to be checked, it leaves the work to the job
/// of the last of them, and it does nothing when a later share stands already: forty files handed in together make one
/// share.
public final class MakeShare implements JobWork<MakeShare.Argument> {

    public static final JobKind<Argument> KIND =
            new JobKind<>("make-share", Argument.class, CheckDelivery.PATIENT, Duration.ofHours(6));

    private static final ObjectKey SHARES = ObjectKey.of("shares");

    private final Database database;
    private final ObjectStore objects;
    private final Journal journal;
    private final Registry registry;
    private final Deliveries deliveries;
    private final Workspace workspace;
    private final Rulebook rulebook;
    private final AfterShare afterShare;
    private final InstantSource clock;
    private final ShareStore store = new ShareStore();
    private final ChangeStore changes = new ChangeStore();

    /// What follows when a share was made, in the same transaction.
    @FunctionalInterface
    public interface AfterShare {

        void made(Transaction transaction, Dataset dataset, long share, Actor by);
    }

    /// @param organisation its code
    /// @param version      the state of the live tables that asks for it
    public record Argument(String organisation, String dataset, long version) {}

    public MakeShare(
            Database database,
            ObjectStore objects,
            Journal journal,
            Registry registry,
            Deliveries deliveries,
            Workspace workspace,
            Rulebook rulebook,
            AfterShare afterShare,
            InstantSource clock) {
        this.database = database;
        this.objects = objects;
        this.journal = journal;
        this.registry = registry;
        this.deliveries = deliveries;
        this.workspace = workspace;
        this.rulebook = rulebook;
        this.afterShare = afterShare;
        this.clock = clock;
    }

    /// Submits what is due of an organisation. Each who asks gets a job of its own: one that was left to another must not
    /// stand in its way.
    public static void due(Transaction transaction, Jobs jobs, OrganisationCode organisation, Actor by) {
        for (Change change : new ChangeStore().due(transaction, organisation)) {
            jobs.submit(transaction, JobOrder.of(
                            KIND,
                            organisation + "/" + change.dataset() + "/" + change.version() + "/" + by.id(),
                            new Argument(organisation.value(), change.dataset(), change.version()),
                            by)
                    .organisation(organisation));
        }
    }

    /// What a share is made from, as one moment shows it.
    private record Given(Change change, List<LiveTable> tables) {}

    @Override
    public void run(JobRun run, Argument argument) throws IOException {
        Erase.leftBehind(database, objects, run, SHARES.child(argument.organisation() + "/" + argument.dataset()));
        OrganisationCode organisation = new OrganisationCode(argument.organisation());
        Optional<Dataset> dataset = rulebook.dataset(argument.dataset());
        Optional<Given> given = given(organisation, argument);
        if (given.isEmpty() || dataset.isEmpty()) {
            run.complete(_ -> {});
            return;
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/London"));
        String rules = rulebook.ofShare(organisation, dataset.get(), today);
        if (!rulebook.agreements(organisation).hasSignedAny(dataset.get())) {
            complete(run, dataset.get(), given.get(), share(run, given.get(), rules, List.of()), List.of());
            return;
        }
        try (Workspace.Folder folder = workspace.open()) {
            List<ShareRun.Share> made = make(run, dataset.get(), given.get(), request(run, dataset.get(), organisation, today), folder.path());
            List<Share.Table> tables = keep(run, given.get(), made, folder.path());
            complete(run, dataset.get(), given.get(), share(run, given.get(), rules, tables), tables);
        } catch (KeptRows.OtherLayout e) {
            checkAgain(run, given.get());
        }
    }

    private Optional<Given> given(OrganisationCode organisation, Argument argument) {
        return database.read(transaction -> {
            boolean isDone = store.current(transaction, organisation, argument.dataset())
                    .filter(share -> share.version() >= argument.version())
                    .isPresent();
            if (isDone || registry.waiting(transaction, organisation) > 0) {
                return Optional.empty();
            }
            Change change = changes.find(transaction, organisation, argument.dataset()).orElseThrow();
            return Optional.of(new Given(change, registry.live(transaction, organisation, argument.dataset())));
        });
    }

    private CleanRequest request(JobRun run, Dataset dataset, OrganisationCode organisation, LocalDate today) {
        return new CleanRequest(
                Catalogue.of(List.of(dataset)),
                rulebook.organisation(organisation),
                rulebook.agreements(organisation),
                dataset.useCases().stream().map(UseCase::name).toList(),
                today,
                new Formats(true, true, true),
                CleanRequest.USUAL_PART_BYTES,
                rulebook.pseudonymKey(),
                Limits.usual(),
                CleanRequest.USUAL_ARENA_BYTES,
                _ -> run.checkCancelled());
    }

    private List<ShareRun.Share> make(JobRun run, Dataset dataset, Given given, CleanRequest request, Path folder)
            throws IOException {
        Map<TableName, List<ShareRun.Kept>> byTable = new LinkedHashMap<>();
        for (LiveTable live : given.tables()) {
            ObjectKey key = ObjectKey.of(live.table().sorted().orElseThrow());
            byTable.computeIfAbsent(new TableName(live.table().table()), _ -> new ArrayList<>())
                    .add(new ShareRun.Kept(
                            live.file(),
                            Period.parse(live.table().period()).orElseThrow().year(),
                            live.table().part(),
                            live.table().rowsKept(),
                            () -> objects.read(key)));
        }
        List<ShareRun.Share> made = new ArrayList<>();
        ShareRun shares = new ShareRun(request, folder);
        for (Map.Entry<TableName, List<ShareRun.Kept>> table : byTable.entrySet()) {
            run.checkCancelled();
            made.addAll(shares.run(dataset, table.getKey(), table.getValue()));
            run.progress(made.size(), 0, "tables made");
        }
        return made;
    }

    /// Keeps the files among the objects, under keys of this run alone.
    private List<Share.Table> keep(JobRun run, Given given, List<ShareRun.Share> made, Path folder) throws IOException {
        List<Share.Table> tables = new ArrayList<>();
        for (ShareRun.Share share : made) {
            run.checkCancelled();
            String useCase = share.useCase().name().value();
            ObjectKey under = SHARES.child(given.change().organisation() + "/" + given.change().dataset() + "/"
                    + run.runId() + "/" + useCase);
            List<FilePut> puts = new ArrayList<>();
            for (Path csv : csvs(folder.resolve("outputs").resolve(useCase), share.name())) {
                puts.add(put(csv, under));
            }
            puts.add(put(folder.resolve("outputs").resolve(useCase).resolve(share.name() + ".parquet"), under));
            puts.add(put(
                    folder.resolve("lineage").resolve(useCase).resolve(share.name() + ".parquet"), under.child("lineage")));
            List<File> files = files(FilePut.all(objects, puts));
            tables.add(new Share.Table(
                    useCase, share.table().value(), share.name(),
                    share.account().in(), share.account().kept(), share.account().refused(), share.account().merged(), files));
        }
        return tables;
    }

    /// The parts of a table, in their order.
    private static List<Path> csvs(Path folder, String name) throws IOException {
        Path whole = folder.resolve(name + ".csv");
        if (Files.exists(whole)) {
            return List.of(whole);
        }
        List<Path> parts = new ArrayList<>();
        for (int part = 1; Files.exists(folder.resolve(name + "_part" + part + ".csv")); part++) {
            parts.add(folder.resolve(name + "_part" + part + ".csv"));
        }
        return parts;
    }

    private static FilePut put(Path file, ObjectKey under) {
        return new FilePut(under.child(String.valueOf(file.getFileName())), file);
    }

    /// The parts of the CSV, then the Parquet, then where the rows come from.
    private static List<File> files(List<StoredObject> kept) {
        List<File> files = new ArrayList<>();
        for (int i = 0; i < kept.size(); i++) {
            int behind = kept.size() - i;
            Format format = behind == 1 ? Format.LINEAGE : behind == 2 ? Format.PARQUET : Format.CSV;
            StoredObject object = kept.get(i);
            files.add(new File(
                    format, format == Format.CSV ? i + 1 : 1, object.key().value(), object.size(), object.sha256().hex()));
        }
        return files;
    }

    private static Share share(JobRun run, Given given, String rules, List<Share.Table> tables) {
        Change change = given.change();
        return new Share(0, change.organisation(), change.dataset(), change.version(), rules, run.runId().value(), tables);
    }

    /// The share becomes current, unless a later one is, or something of it must not leave any more.
    private void complete(JobRun run, Dataset dataset, Given given, Share share, List<Share.Table> tables) {
        run.complete(transaction -> {
            OrganisationCode organisation = share.organisation();
            store.lock(transaction, organisation, share.dataset());
            boolean isLate = store.current(transaction, organisation, share.dataset())
                    .filter(current -> current.version() > share.version())
                    .isPresent();
            boolean isErased = changes.find(transaction, organisation, share.dataset()).orElseThrow().erased() > share.version();
            if (isLate || isErased) {
                Erase.later(transaction, objectsOf(tables));
                return;
            }
            if (!rulebook.agreements(organisation).hasSignedAny(dataset)) {
                registry.unsign(transaction, organisation, share.dataset());
            }
            long number = store.insert(transaction, share);
            tables.forEach(table -> journal.append(transaction, entry(run, Action.RUN_STEP, share, table.name())
                    .counts(Map.of(
                            "rows-in", table.rowsIn(),
                            "rows-kept", table.rowsKept(),
                            "rows-refused", table.rowsRefused(),
                            "rows-merged", table.rowsMerged()))));
            journal.append(transaction, entry(run, Action.STATE_CHANGED, share, "share " + number)
                    .count("files", given.tables().size())
                    .detail("state", "shared"));
            afterShare.made(transaction, dataset, number, run.actor());
            Erase.later(transaction, store.removeUnneeded(transaction, share.dataset()));
        });
    }

    private static List<String> objectsOf(List<Share.Table> tables) {
        return tables.stream().flatMap(table -> table.files().stream()).map(File::object).toList();
    }

    private static Entry entry(JobRun run, Action action, Share share, String what) {
        return Entry.of(action, run.actor(), new Subject("share", share.dataset()))
                .organisation(share.organisation())
                .run(run.runId())
                .detail("what", what);
    }

    /// The specification has changed since the files were checked: they are checked again, and that asks for a share.
    private void checkAgain(JobRun run, Given given) {
        run.complete(transaction -> given.tables().stream()
                .map(LiveTable::file)
                .distinct()
                .forEach(file -> deliveries.checkAgain(transaction, file, run.actor())));
    }
}
