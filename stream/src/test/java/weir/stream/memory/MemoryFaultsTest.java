package weir.stream.memory;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.platform.database.Database;
import weir.platform.database.EmbeddedPostgres;
import weir.stream.memory.store.GraphStore;
import weir.stream.memory.store.Intake;
import weir.stream.memory.store.ObjectMemory;
import weir.stream.memory.store.OffsetStore;
import weir.stream.memory.store.Packing;
import weir.stream.memory.store.PartitionName;
import weir.stream.memory.store.PartitionTaken;
import weir.stream.memory.store.StoredObject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static weir.stream.memory.Posts.student;
import static weir.stream.memory.Servers.bytes;

/// What is taken in is taken in once, whatever dies.
@Order(1)
final class MemoryFaultsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int CHUNK = 500;

    @TempDir
    private Path folder;

    private Servers servers;
    private Database database;

    @BeforeEach
    void start() {
        servers = Servers.start(folder);
        database = servers.open();
        // Counts every write of a row, so that one that was done twice is seen.
        database.change(transaction -> {
            transaction.handle().execute("CREATE TABLE public.written (place text, id text)");
            transaction.handle().execute("""
                    CREATE FUNCTION public.note() RETURNS trigger LANGUAGE plpgsql AS $$
                    BEGIN
                        INSERT INTO public.written VALUES (
                            TG_TABLE_NAME, CASE TG_TABLE_NAME WHEN 'object' THEN to_jsonb(NEW)->>'key' ELSE to_jsonb(NEW)->>'id' END);
                        RETURN NULL;
                    END $$
                    """);
            for (String table : List.of("object", "tuple")) {
                transaction.handle().execute("CREATE TRIGGER note AFTER INSERT OR UPDATE ON stream." + table
                        + " FOR EACH ROW EXECUTE FUNCTION public.note()");
            }
        });
    }

    @AfterEach
    void stop() throws Exception {
        database.close();
        servers.close();
    }

    private MemoryWriter writer() {
        return new MemoryWriter(database, servers.brokerAddress(), (_, _, _, _, _, _, _) -> {}, RandomGenerator.getDefault());
    }

    private long count(String sql) {
        return database.read(transaction -> transaction.handle().createQuery(sql).mapTo(Long.class).one());
    }

    private void post(int from, int to) {
        Posts posts = new Posts(servers);
        for (int start = from; start < to; start += CHUNK) {
            List<ProducerRecord<byte[], byte[]>> messages = new ArrayList<>();
            for (int i = start; i < Math.min(to, start + CHUNK); i++) {
                messages.addAll(posts.messages(System.currentTimeMillis(), student("s" + i, "l" + i, "Family" + i)));
            }
            servers.write(messages);
        }
    }

    private void assertAllOnce(int count) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(count("SELECT count(*) FROM stream.object")).isEqualTo(count);
            assertThat(count("SELECT count(*) FROM stream.tuple")).isEqualTo(count);
        });
        assertThat(count("SELECT count(*) FROM public.written")).isEqualTo(2L * count);
        assertThat(count("SELECT count(DISTINCT place || ' ' || id) FROM public.written")).isEqualTo(2L * count);
    }

    @Test
    void tenThousandObjectsAreTakenInOnceWhileWritersAreKilled() throws Exception {
        int objects = 10_000;
        post(0, objects / 2);
        try (WriterProcess first = WriterProcess.start(servers, folder);
                WriterProcess second = WriterProcess.start(servers, folder)) {
            await().atMost(PATIENCE).until(() -> count("SELECT count(*) FROM stream.object") > 0);
            first.kill();
            post(objects / 2, objects);
            second.kill();
        }
        try (WriterProcess third = WriterProcess.start(servers, folder);
                WriterProcess fourth = WriterProcess.start(servers, folder)) {
            assertAllOnce(objects);
            fourth.kill();
            third.kill();
        }
    }

    @Test
    void aWriterThatIsHeldUpWhileAnotherTakesOverWritesNothingAfterwards() throws Exception {
        int objects = 3_000;
        try (WriterProcess held = WriterProcess.start(servers, folder)) {
            post(0, objects / 3);
            await().atMost(PATIENCE).until(() -> count("SELECT count(*) FROM stream.object") > 0);
            held.freeze();
            post(objects / 3, 2 * objects / 3);
            try (MemoryWriter other = writer()) {
                other.start();
                await().atMost(PATIENCE).until(() -> count("SELECT count(*) FROM stream.object") == 2L * objects / 3);
                held.thaw();
                post(2 * objects / 3, objects);
                assertAllOnce(objects);
            }
        }
    }

    @Test
    void aWriterThatBelievesInAnOldOffsetKeepsNothing() {
        ObjectMemory memory = new ObjectMemory();
        PartitionName partition = new PartitionName("sifxml.processed", 0);
        long next = database.write(transaction -> new OffsetStore().next(transaction, partition, "log"));
        Map<PartitionName, Long> expected = Map.of(partition, next);
        database.change(transaction -> memory.write(transaction, batch(partition, "first"), expected));

        assertThatThrownBy(() -> database.change(transaction -> memory.write(transaction, batch(partition, "zombie"), expected)))
                .isInstanceOf(PartitionTaken.class)
                .hasMessageContaining("Nothing of this batch was kept here");

        assertThat(count("SELECT count(*) FROM stream.object WHERE key = 'first'")).isOne();
        assertThat(count("SELECT count(*) FROM stream.object WHERE key = 'zombie'")).isZero();
        // A topic that was made anew is read from its beginning.
        long anew = database.write(transaction -> new OffsetStore().next(transaction, partition, "another log"));
        assertThat(anew).isZero();
    }

    private static Intake batch(PartitionName partition, String key) {
        Intake intake = new Intake();
        try (Packing packing = new Packing()) {
            intake.add(new StoredObject(key, packing.packed(bytes("<a/>")), new Version(1, 1)));
        }
        intake.read(partition.topic(), partition.partition(), 41);
        return intake;
    }

    @Test
    void waitsForADatabaseThatIsAwayAndLosesNothing() throws Exception {
        try (MemoryWriter writer = writer()) {
            writer.start();
            post(0, 100);
            await().atMost(PATIENCE).until(() -> count("SELECT count(*) FROM stream.tuple") == 100);
            int port = Integer.parseInt(servers.databaseAddress().url().replaceAll(".*:(\\d+)/.*", "$1"));
            servers.postgres().close();
            post(100, 1_000);
            await().atMost(PATIENCE).untilAsserted(() -> assertThatThrownBy(() -> writer.health().probe().run())
                    .hasMessageContaining("Nothing is lost"));
            try (EmbeddedPostgres back = EmbeddedPostgres.start(
                    folder.resolve("postgres"), Servers.programs(), port, RandomGenerator.getDefault())) {
                assertThat(back.address().url()).isEqualTo(servers.databaseAddress().url());
                assertAllOnce(1_000);
                await().ignoreExceptions().atMost(PATIENCE).untilAsserted(() -> writer.health().probe().run());
                database.close();
            }
        }
    }

    @Test
    void whatIsFlushedCanBeTakenInAnew() {
        ObjectMemory memory = new ObjectMemory();
        try (MemoryWriter writer = writer()) {
            writer.start();
            post(0, 1_000);
            assertAllOnce(1_000);

            database.change(transaction -> {
                memory.flush(transaction);
                new OffsetStore().rewind(transaction);
            });

            await().atMost(PATIENCE).untilAsserted(() -> {
                assertThat(count("SELECT count(*) FROM stream.object")).isEqualTo(1_000);
                List<String> found =
                        database.read(transaction -> new GraphStore().find(transaction, "s7", "StudentPersonal", "", 9));
                assertThat(found).containsExactly("s7");
            });
        }
    }
}
