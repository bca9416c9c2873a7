package weir.collect.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

import weir.collect.delivery.store.DeliveryStore;
import weir.collect.delivery.store.FileStore;
import weir.collect.erase.store.UnneededStore;
import weir.collect.rulebook.Rulebook;
import weir.engine.organisation.OrganisationCode;
import weir.platform.database.Database;
import weir.platform.database.Transaction;
import weir.platform.job.JobOrder;
import weir.platform.job.Jobs;
import weir.platform.journal.Action;
import weir.platform.journal.Actor;
import weir.platform.journal.Entry;
import weir.platform.journal.Journal;
import weir.platform.journal.Subject;
import weir.platform.objects.ContentPut;
import weir.platform.objects.ObjectKey;
import weir.platform.objects.ObjectStore;
import weir.platform.objects.PutTerms;

/// Takes deliveries in and tells of them. Safe for many threads and processes.
public final class Deliveries {

    private static final ObjectKey RESOURCES = ObjectKey.of("resources");

    private final Database database;
    private final ObjectStore objects;
    private final Journal journal;
    private final Jobs jobs;
    private final Rulebook rulebook;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final DeliveryStore deliveries = new DeliveryStore();
    private final FileStore files = new FileStore();
    private final UnneededStore unneeded = new UnneededStore();

    public Deliveries(
            Database database,
            ObjectStore objects,
            Journal journal,
            Jobs jobs,
            Rulebook rulebook,
            InstantSource clock,
            RandomGenerator random) {
        this.database = database;
        this.objects = objects;
        this.journal = journal;
        this.jobs = jobs;
        this.rulebook = rulebook;
        this.clock = clock;
        this.random = random;
    }

    /// Names a delivery that files will be handed over for, each with [#receive].
    public DeliveryId begin() {
        return DeliveryId.make(clock.instant(), random);
    }

    /// Keeps the bytes, registers the file and has it checked. When this returns, all of it will happen, whatever becomes
    /// of this process; when it throws, at most the bytes are kept, and nobody refers to them.
    ///
    /// @param delivery the delivery it belongs to, registered with its first file
    /// @param file     its path as the sender names it
    /// @param limit    bytes at most
    /// @throws weir.platform.objects.TooLarge              when there are more bytes
    /// @throws weir.platform.database.DatabaseUnavailable  when the database is away
    /// @throws ResourceGone                                when the same bytes were being erased at this moment
    /// @throws IOException                                 when the bytes cannot be read or kept
    public Received receive(
            DeliveryId delivery, OrganisationCode organisation, String file, InputStream content, long limit, Actor from)
            throws IOException {
        ContentPut kept = objects.putContent(RESOURCES, content, PutTerms.none().withByteLimit(limit));
        String resource = kept.object().sha256().hex();
        long bytes = kept.object().size();
        requireKept(resource);
        return database.write(transaction -> {
            Optional<DeliveredFile> known =
                    files.find(transaction, organisation, file, resource, rulebook.ofChecks(organisation));
            if (known.isPresent()) {
                return new Received(known.get(), false);
            }
            deliveries.insert(transaction, delivery, organisation, from.toString());
            Optional<Integer> number = files.insert(transaction, delivery, organisation, file, resource, bytes);
            if (number.isEmpty()) {
                // Somebody hands in the same bytes at this moment and was first.
                return new Received(
                        files.find(transaction, organisation, file, resource, "").orElseThrow(), false);
            }
            register(transaction, delivery, organisation, number.get(), resource, bytes, from);
            return new Received(files.find(transaction, number.get()).orElseThrow(), true);
        });
    }

    private void register(
            Transaction transaction,
            DeliveryId delivery,
            OrganisationCode organisation,
            int number,
            String resource,
            long bytes,
            Actor from) {
        journal.append(transaction, Entry.of(Action.DELIVERY_RECEIVED, from, new Subject("delivery", delivery.toString()))
                .organisation(organisation)
                .count("bytes", bytes)
                .count("file", number)
                .detail("resource", resource));
        jobs.submit(transaction, CheckDelivery.order(number, 1, organisation, from));
    }

    /// Withdrawn bytes are erased; that must not happen to bytes that are delivered anew.
    private void requireKept(String resource) throws IOException {
        ObjectKey key = resource(resource);
        boolean wasListed = database.write(transaction -> unneeded.take(transaction, key.value()));
        if (objects.find(key).isEmpty()) {
            throw new ResourceGone(wasListed);
        }
    }

    /// Has files checked that no job has been asked to check, or whose kept rows do not fit the rules of today.
    public void checkAgain(Transaction transaction, int number, Actor by) {
        files.again(transaction, number).ifPresent(checks -> {
            DeliveredFile file = files.find(transaction, number).orElseThrow();
            JobOrder<?> order = CheckDelivery.order(number, checks, file.organisation(), by);
            jobs.submit(transaction, order);
        });
    }

    public Optional<Delivery> find(DeliveryId id) {
        return database.read(transaction -> deliveries.find(transaction, id));
    }

    /// One page, newest first, of those with a smaller number than `before`.
    public List<Delivery> page(OrganisationCode organisation, long before, int limit) {
        return database.read(transaction -> deliveries.page(transaction, organisation, before, limit));
    }

    /// The bytes of a resource.
    public static ObjectKey resource(String sha256) {
        return RESOURCES.child(sha256.substring(0, 2) + "/" + sha256);
    }
}
