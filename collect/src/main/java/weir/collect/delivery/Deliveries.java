package weir.collect.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

import weir.collect.delivery.store.DeliveryStore;
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
    private final InstantSource clock;
    private final RandomGenerator random;
    private final DeliveryStore store = new DeliveryStore();

    public Deliveries(
            Database database, ObjectStore objects, Journal journal, Jobs jobs, InstantSource clock, RandomGenerator random) {
        this.database = database;
        this.objects = objects;
        this.journal = journal;
        this.jobs = jobs;
        this.clock = clock;
        this.random = random;
    }

    /// Keeps the bytes, registers the delivery and has it checked. When this returns, all of it will happen, whatever
    /// becomes of this process; when it throws, at most the bytes are kept, and nobody refers to them.
    ///
    /// @param file  its path as the sender names it
    /// @param limit bytes at most
    /// @throws weir.platform.objects.TooLarge                  when there are more bytes
    /// @throws weir.platform.database.DatabaseUnavailable      when the database is away
    /// @throws IOException                                     when the bytes cannot be read or kept
    public Received receive(OrganisationCode organisation, String file, InputStream content, long limit, Actor from)
            throws IOException {
        ContentPut kept = objects.putContent(RESOURCES, content, PutTerms.none().withByteLimit(limit));
        String resource = kept.object().sha256().hex();
        DeliveryId id = DeliveryId.make(clock.instant(), random);
        return database.write(transaction -> {
            boolean isNew = store.insert(transaction, id, organisation, file, resource, kept.object().size(), from.toString());
            if (isNew) {
                journal.append(transaction, Entry.of(Action.DELIVERY_RECEIVED, from, new Subject("delivery", id.toString()))
                        .organisation(organisation)
                        .count("bytes", kept.object().size())
                        .detail("resource", resource));
                jobs.submit(transaction, JobOrder.of(CheckDelivery.KIND, id.toString(), new CheckDelivery.Argument(id.toString()), from)
                        .organisation(organisation));
            }
            return new Received(store.find(transaction, organisation, file, resource).orElseThrow(), isNew);
        });
    }

    public Optional<Delivery> find(DeliveryId id) {
        return database.read(transaction -> store.find(transaction, id));
    }

    /// One page, newest first, of those with a smaller number than `before`.
    public List<Delivery> page(OrganisationCode organisation, long before, int limit) {
        return database.read(transaction -> store.page(transaction, organisation, before, limit));
    }

    /// The deliveries that go into outputs, as this transaction sees them: of each file the latest that could be read.
    public List<Delivery> latest(Transaction transaction, OrganisationCode organisation) {
        return store.latest(transaction, organisation);
    }

    /// How many wait to be checked.
    public int waiting(Transaction transaction, OrganisationCode organisation) {
        return store.waiting(transaction, organisation);
    }

    /// The bytes of a resource.
    public static ObjectKey resource(String sha256) {
        return RESOURCES.child(sha256.substring(0, 2) + "/" + sha256);
    }
}
