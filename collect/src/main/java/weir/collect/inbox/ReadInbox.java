package weir.collect.inbox;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntConsumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import weir.collect.delivery.DeliveredFile;
import weir.collect.delivery.DeliveredTable;
import weir.collect.delivery.Deliveries;
import weir.collect.delivery.DeliveryId;
import weir.collect.delivery.HandInQuestions;
import weir.collect.delivery.Received;
import weir.collect.delivery.Registry;
import weir.collect.inbox.store.InboxStore;
import weir.collect.inbox.store.InboxStore.Known;
import weir.collect.inbox.store.InboxStore.Unreported;
import weir.engine.organisation.OrganisationCode;
import weir.engine.organisation.Organisations;
import weir.engine.recognise.PathOrganisation;
import weir.platform.database.Database;
import weir.platform.job.JobKind;
import weir.platform.job.JobRun;
import weir.platform.job.JobWork;
import weir.platform.job.Recurrence;
import weir.platform.job.Recurring;
import weir.platform.job.Retry;
import weir.platform.journal.Actor;
import weir.platform.objects.ObjectKey;
import weir.platform.objects.ObjectStore;
import weir.platform.objects.TooLarge;
import weir.platform.unit.DataSize;

/// The job that takes in what is new in the inbox: `{anything}-{CODE}/{dataset}/…`, with the code of the organisation at the
/// end of its folder's name.
public final class ReadInbox implements JobWork<ReadInbox.Argument> {

    public static final JobKind<Argument> KIND =
            new JobKind<>("read-inbox", Argument.class, Retry.usual(), Duration.ofHours(6));

    private static final Logger LOG = LoggerFactory.getLogger(ReadInbox.class);
    private static final String LOGS = "logs";

    private final Inbox inbox;
    private final Database database;
    private final ObjectStore objects;
    private final Deliveries deliveries;
    private final Registry registry;
    private final Organisations organisations;
    private final DataSize limit;
    private final IntConsumer unknownFolders;
    private final InboxStore store = new InboxStore();
    private final Set<String> complainedOf = ConcurrentHashMap.newKeySet();

    /// Nothing needs to be said.
    public record Argument() {}

    /// What one look at the inbox came to, in files.
    ///
    /// @param taken    handed over
    /// @param waiting  that may still be growing
    /// @param reported whose reports were written
    public record Round(int taken, int waiting, int reported) {}

    /// @param organisations  who may hand in
    /// @param limit          the largest file that is taken
    /// @param unknownFolders told at each look how many folders are nobody's
    public ReadInbox(
            Inbox inbox,
            Database database,
            ObjectStore objects,
            Deliveries deliveries,
            Registry registry,
            Organisations organisations,
            DataSize limit,
            IntConsumer unknownFolders) {
        this.inbox = inbox;
        this.database = database;
        this.objects = objects;
        this.deliveries = deliveries;
        this.registry = registry;
        this.organisations = organisations;
        this.limit = limit;
        this.unknownFolders = unknownFolders;
    }

    public static List<Recurring<?>> recurring(Duration every) {
        return List.of(new Recurring<>(KIND, "inbox", new Recurrence.Every(every), new Argument()));
    }

    @Override
    public void run(JobRun run, Argument argument) throws IOException {
        Round round = look(run.actor(), run::checkCancelled);
        run.complete(
                Map.of("taken", (long) round.taken(), "waiting", (long) round.waiting(), "reported", (long) round.reported()),
                _ -> {});
    }

    /// Looks at the inbox once.
    ///
    /// @param by    who does it
    /// @param check called between two files; may throw to end it, and what was taken by then stays taken
    public Round look(Actor by, Runnable check) throws IOException {
        Map<String, Known> known = database.read(store::all);
        int taken = 0;
        int waiting = 0;
        for (Map.Entry<String, List<InboxFile>> folder : folders().entrySet()) {
            OrganisationCode organisation = PathOrganisation.find(folder.getKey()).orElseThrow();
            DeliveryId delivery = deliveries.begin();
            for (InboxFile file : folder.getValue()) {
                check.run();
                Known before = known.getOrDefault(file.path(), new Known("", ""));
                if (before.taken().equals(file.mark())) {
                    continue;
                }
                if (file.isWhole() || before.seen().equals(file.mark())) {
                    taken += take(file, delivery, organisation, by) ? 1 : 0;
                } else {
                    database.change(transaction -> store.seen(transaction, file.path(), file.mark()));
                    waiting++;
                }
            }
        }
        return new Round(taken, waiting, report(check));
    }

    /// The files of each organisation's folder. Folders of nobody are said once.
    private Map<String, List<InboxFile>> folders() throws IOException {
        Map<String, List<InboxFile>> folders = new LinkedHashMap<>();
        Set<String> unknown = ConcurrentHashMap.newKeySet();
        for (InboxFile file : inbox.files()) {
            String[] names = file.path().split("/", 3);
            if (names.length < 3 || names[1].equals(LOGS) || isSetAside(file.path())) {
                continue;
            }
            if (isOfSomebody(names[0])) {
                folders.computeIfAbsent(names[0], _ -> new ArrayList<>()).add(file);
            } else {
                unknown.add(names[0]);
            }
        }
        unknownFolders.accept(unknown.size());
        unknown.stream().filter(complainedOf::add).forEach(folder -> LOG.warn(
                "A folder of the inbox is nobody's and is passed over: its name must end in '-' and a code of organisations.yaml. folder={}",
                folder));
        return folders;
    }

    private boolean isOfSomebody(String folder) {
        return PathOrganisation.find(folder)
                .filter(code -> organisations.all().stream().anyMatch(one -> one.code().equals(code)))
                .isPresent();
    }

    /// Hidden files, and those that programs write beside a file they have open.
    private static boolean isSetAside(String path) {
        return path.startsWith(".") || path.contains("/.") || path.contains("/~$");
    }

    private boolean take(InboxFile file, DeliveryId delivery, OrganisationCode organisation, Actor by) throws IOException {
        String path = file.path().substring(file.path().indexOf('/') + 1);
        if (!HandInQuestions.isFit(path)) {
            complain(file, "Its path is too long or has characters that no path should have: rename it.");
            return false;
        }
        Optional<InputStream> content = inbox.read(file);
        if (content.isEmpty()) {
            return false;
        }
        try (InputStream in = content.get()) {
            Received received = deliveries.receive(delivery, organisation, path, in, limit.bytes(), by);
            database.change(transaction ->
                    store.taken(transaction, file.path(), file.mark(), Optional.of(received.file().number())));
            return received.isNew();
        } catch (TooLarge e) {
            complain(file, "It is larger than the setting collect.max-delivery.");
            return false;
        }
    }

    private void complain(InboxFile file, String reason) {
        database.change(transaction -> store.taken(transaction, file.path(), file.mark(), Optional.empty()));
        LOG.warn("A file of the inbox is not taken until it changes. {} folder={}", reason, file.path().split("/", 2)[0]);
    }

    private int report(Runnable check) throws IOException {
        int reported = 0;
        for (Unreported file : database.read(store::unreported)) {
            check.run();
            DeliveredFile checked = registry.find(file.file()).orElseThrow();
            if (checked.findings().isPresent()) {
                String[] names = file.path().split("/", 3);
                String dataset = checked.findings().get().tables().stream()
                        .findFirst()
                        .map(DeliveredTable::dataset)
                        .orElse(names[1]);
                String name = checked.organisation() + "_" + dataset + "_" + checked.number() + "_error_report.csv";
                try (InputStream content =
                        objects.read(ObjectKey.of(checked.findings().get().reports()).child("error_report.csv"))) {
                    inbox.report(names[0], name, content);
                }
                reported++;
            }
            database.change(transaction -> store.reported(transaction, file.path()));
        }
        return reported;
    }
}
