package weir.platform.objects;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// What every store promises, held to a folder and to an S3 service.
@ParameterizedClass
@EnumSource(ObjectStoreTest.Kind.class)
final class ObjectStoreTest {

    enum Kind {
        FILE,
        S3
    }

    private static final ObjectKey KEY = ObjectKey.of("cleaned/ssda903/year=2025/episodes.csv");
    private static final ObjectKey RESOURCES = ObjectKey.of("resources");
    private static final byte[] SMALL = Bytes.of(1, 5_000);
    private static final byte[] OTHER = Bytes.of(2, 5_000);
    private static final byte[] LARGE = Bytes.of(3, 19 * 1024 * 1024 + 7);

    @Parameter
    private Kind kind = Kind.FILE;

    @TempDir
    private Path temporary;

    private final MovableClock clock = new MovableClock();
    private final List<AutoCloseable> toClose = new ArrayList<>();
    private ObjectStore store;

    @BeforeEach
    void openTheStore() throws Exception {
        store = switch (kind) {
            case FILE -> ObjectStore.open(ObjectSettings.inFolder(temporary.resolve("objects")), clock);
            case S3 -> s3(S3Service.inFolder(temporary.resolve("s3")));
        };
        toClose.addFirst(store);
    }

    private ObjectStore s3(S3Service service) throws IOException {
        toClose.add(service);
        return ObjectStore.open(service.settings(temporary.resolve("spool")), clock);
    }

    @AfterEach
    void closeTheStore() throws Exception {
        for (AutoCloseable each : toClose) {
            each.close();
        }
    }

    private StoredObject put(ObjectKey key, byte[] bytes) throws IOException {
        return store.put(key, Bytes.stream(bytes), PutTerms.none());
    }

    private byte[] read(ObjectKey key) throws IOException {
        try (ObjectReader reader = store.read(key)) {
            return reader.readAllBytes();
        }
    }

    private List<String> keys(String prefix) throws IOException {
        try (Stream<ListedObject> listed = store.list(prefix)) {
            return listed.map(object -> object.key().value()).toList();
        }
    }

    @Test
    void givesBackWhatWasStoredWithItsChecksumAndSize() throws IOException {
        for (byte[] bytes : List.of(new byte[0], SMALL, LARGE)) {
            StoredObject stored = put(KEY, bytes);
            assertThat(stored.sha256().hex()).isEqualTo(Bytes.sha256(bytes));
            assertThat(stored.size()).isEqualTo(bytes.length);
            assertThat(stored.storedAt()).isEqualTo(clock.instant());
            assertThat(store.find(KEY)).contains(stored);
            try (ObjectReader reader = store.read(KEY)) {
                assertThat(reader.object()).isEqualTo(stored);
                assertThat(reader.readAllBytes()).isEqualTo(bytes);
            }
        }
    }

    @Test
    void keepsLabelsInAnyLanguage() throws IOException {
        Labels labels = new Labels(Map.of("organisation", "Bad Örtchen, 名前 & söhne=1\nline", "year", "2025", "empty", ""));
        store.put(KEY, Bytes.stream(SMALL), PutTerms.none().withLabels(labels));
        assertThat(store.find(KEY).orElseThrow().labels()).isEqualTo(labels);
        assertThat(labels).hasToString("Labels[empty, organisation, year]");
    }

    @Test
    void replacesAnObjectWithAllThatBelongsToIt() throws IOException {
        store.put(KEY, Bytes.stream(SMALL), PutTerms.none().withLabels(new Labels(Map.of("a", "1"))));
        StoredObject second = put(KEY, OTHER);
        assertThat(read(KEY)).isEqualTo(OTHER);
        assertThat(store.find(KEY)).contains(second);
        assertThat(second.labels()).isEqualTo(Labels.none());
    }

    @Test
    void theSameBytesTwiceAreOneObject() throws IOException {
        ContentPut first = store.putContent(RESOURCES, Bytes.stream(LARGE), PutTerms.none());
        clock.advance(Duration.ofHours(1));
        ContentPut second = store.putContent(RESOURCES, Bytes.stream(LARGE), PutTerms.none());
        assertThat(first.wasThere()).isFalse();
        assertThat(second).isEqualTo(new ContentPut(first.object(), true));
        String hash = Bytes.sha256(LARGE);
        assertThat(keys("resources/")).containsExactly("resources/" + hash.substring(0, 2) + "/" + hash);
        assertThat(read(first.object().key())).isEqualTo(LARGE);
    }

    @Test
    void manyWritersOfTheSameBytesMakeOneObject() throws Exception {
        int writers = 12;
        CountDownLatch start = new CountDownLatch(1);
        List<ContentPut> puts = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<ContentPut>> running = IntStream.range(0, writers)
                    .mapToObj(_ -> threads.submit(() -> {
                        start.await();
                        return store.putContent(RESOURCES, Bytes.stream(SMALL), PutTerms.none());
                    }))
                    .toList();
            start.countDown();
            for (Future<ContentPut> each : running) {
                puts.add(each.get());
            }
        }
        assertThat(puts).extracting(ContentPut::object).containsOnly(puts.getFirst().object());
        assertThat(puts).filteredOn(put -> !put.wasThere()).isNotEmpty();
        assertThat(keys("")).hasSize(1);
        assertThat(read(puts.getFirst().object().key())).isEqualTo(SMALL);
    }

    @Test
    void readersNeverSeeAMixtureWhileAnObjectIsReplaced() throws Exception {
        assumeTrue(kind == Kind.FILE, "the S3 service of these tests puts bytes and metadata in place one after the other");
        Map<String, byte[]> versions = new HashMap<>();
        for (byte[] bytes : List.of(SMALL, OTHER, Bytes.of(9, 70_000))) {
            versions.put(Bytes.sha256(bytes), bytes);
        }
        put(KEY, SMALL);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> writers = versions.values().stream()
                    .<Future<?>>map(bytes -> threads.submit(() -> {
                        for (int i = 0; i < 20; i++) {
                            put(KEY, bytes);
                        }
                        return bytes;
                    }))
                    .toList();
            while (!writers.stream().allMatch(Future::isDone)) {
                try (ObjectReader reader = store.read(KEY)) {
                    assertThat(reader.readAllBytes()).isEqualTo(versions.get(reader.object().sha256().hex()));
                }
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
        }
    }

    @Test
    void roundTripsRandomKeysAndSizesAndListsThemInOrder() throws IOException {
        Random random = new Random(20260301);
        TreeMap<String, byte[]> expected = new TreeMap<>();
        for (int i = 0; i < 150; i++) {
            String key = randomKey(random);
            if (expected.keySet().stream().anyMatch(other -> other.startsWith(key + "/") || key.startsWith(other + "/"))) {
                continue; // Keys are leaves.
            }
            byte[] bytes = Bytes.of(i, random.nextInt(3) == 0 ? random.nextInt(200_000) : random.nextInt(300));
            put(ObjectKey.of(key), bytes);
            expected.put(key, bytes);
        }
        assertThat(keys("")).containsExactlyElementsOf(expected.keySet());
        for (Map.Entry<String, byte[]> each : expected.entrySet()) {
            assertThat(read(ObjectKey.of(each.getKey()))).isEqualTo(each.getValue());
        }
        for (String prefix : List.of("a", "a/", "a-", "b/a", "b/a/", "zz", "0")) {
            assertThat(keys(prefix)).as(prefix).containsExactlyElementsOf(
                    expected.keySet().stream().filter(key -> key.startsWith(prefix)).toList());
        }
    }

    /// Few different segments, so that keys share folders, and with characters on both sides of the slash.
    private static String randomKey(Random random) {
        String[] segments = {"a", "b", "a-", "a.b", "a0", "a=1", "A", "_", "0", "b-c", "b.parquet", "z"};
        StringBuilder key = new StringBuilder(segments[random.nextInt(segments.length)]);
        for (int i = random.nextInt(4); i > 0; i--) {
            key.append('/').append(segments[random.nextInt(segments.length)]);
        }
        return key.toString();
    }

    @Test
    void listsMoreThanAPageInOrderAndStopsWhenNobodyReadsOn() throws Exception {
        int count = 1_100;
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            threads.invokeAll(IntStream.range(0, count)
                    .mapToObj(i -> (Callable<StoredObject>) () -> put(ObjectKey.of("many/" + (10_000 + i)), new byte[] {1}))
                    .toList());
        }
        assertThat(keys("many/")).hasSize(count).isSorted();
        try (Stream<ListedObject> listed = store.list("many/")) {
            assertThat(listed.limit(3)).containsExactly(
                    new ListedObject(ObjectKey.of("many/10000"), 1),
                    new ListedObject(ObjectKey.of("many/10001"), 1),
                    new ListedObject(ObjectKey.of("many/10002"), 1));
        }
    }

    @Test
    void readsAnyRange() throws IOException {
        put(KEY, LARGE);
        long[][] ranges = {{0, 10}, {1_000_000, 3_000_000}, {LARGE.length - 5, 100}, {LARGE.length, 5}, {7, 0}, {0, Long.MAX_VALUE}};
        for (long[] range : ranges) {
            int from = (int) range[0];
            int to = (int) Math.min(LARGE.length, from + Math.min(range[1], LARGE.length));
            try (InputStream part = store.readRange(KEY, range[0], range[1])) {
                assertThat(part.readAllBytes()).isEqualTo(Arrays.copyOfRange(LARGE, from, to));
            }
        }
        assertThatThrownBy(() -> store.readRange(KEY, -1, 5)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void mayBeClosedBeforeTheEnd() throws IOException {
        put(KEY, LARGE);
        for (int i = 0; i < 5; i++) {
            try (ObjectReader reader = store.read(KEY)) {
                assertThat(reader.readNBytes(10)).isEqualTo(Arrays.copyOf(LARGE, 10));
            }
        }
        assertThat(read(KEY)).isEqualTo(LARGE);
    }

    @Test
    void saysThatThereIsNoSuchObject() throws IOException {
        put(KEY, SMALL);
        for (ObjectKey absent : List.of(ObjectKey.of("nowhere"), ObjectKey.of("cleaned"), KEY.child("below"))) {
            assertThat(store.find(absent)).as(absent.value()).isEmpty();
            assertThat(store.delete(absent)).isFalse();
            assertThatThrownBy(() -> store.read(absent)).isInstanceOf(ObjectNotFound.class).hasMessageContaining(absent.value());
            assertThatThrownBy(() -> store.readRange(absent, 0, 1)).isInstanceOf(ObjectNotFound.class);
        }
    }

    @Test
    void deletesAnObjectAndNothingElse() throws IOException {
        put(KEY, SMALL);
        ObjectKey neighbour = ObjectKey.of("cleaned/ssda903/year=2025/reviews.csv");
        put(neighbour, OTHER);
        assertThat(store.delete(KEY)).isTrue();
        assertThat(store.delete(KEY)).isFalse();
        assertThat(store.find(KEY)).isEmpty();
        assertThat(keys("")).containsExactly(neighbour.value());
        assertThat(store.delete(neighbour)).isTrue();
        assertThat(keys("")).isEmpty();
        put(KEY, OTHER);
        assertThat(read(KEY)).isEqualTo(OTHER);
    }

    @Test
    void neitherDeletesNorReplacesWhatMustBeKept() throws IOException {
        Instant until = clock.instant().plus(Duration.ofDays(30));
        StoredObject stored = store.put(KEY, Bytes.stream(SMALL), PutTerms.none().withRetainUntil(until));
        clock.advance(Duration.ofDays(30).minusMillis(1));
        assertThatThrownBy(() -> store.delete(KEY)).isInstanceOf(StillRetained.class).hasMessageContaining(until.toString());
        assertThatThrownBy(() -> put(KEY, OTHER)).isInstanceOf(StillRetained.class);
        assertThat(store.find(KEY)).contains(stored);
        assertThat(read(KEY)).isEqualTo(SMALL);
        clock.advance(Duration.ofMillis(1));
        assertThat(store.delete(KEY)).isTrue();
    }

    @Test
    void aSweepDeletesWhatIsPastItsRetentionAndCounts() throws IOException {
        Instant start = clock.instant();
        put(ObjectKey.of("outputs/old"), SMALL);
        store.put(ObjectKey.of("outputs/held"), Bytes.stream(SMALL), PutTerms.none().withRetainUntil(start.plus(Duration.ofDays(90))));
        put(ObjectKey.of("other/old"), SMALL);
        clock.advance(Duration.ofDays(10));
        put(ObjectKey.of("outputs/new"), SMALL);
        clock.advance(Duration.ofDays(5));
        Sweep sweep = new Sweep(store, clock);
        Swept swept = sweep.run("outputs/", object -> object.storedAt().plus(Duration.ofDays(14)));
        assertThat(swept).isEqualTo(new Swept(1, SMALL.length, 2));
        assertThat(keys("")).containsExactly("other/old", "outputs/held", "outputs/new");
        assertThat(sweep.run("outputs/", _ -> Instant.MAX)).isEqualTo(new Swept(0, 0, 2));
        clock.advance(Duration.ofDays(100));
        assertThat(sweep.run("outputs/", _ -> start)).isEqualTo(new Swept(2, 2L * SMALL.length, 0));
    }

    @Test
    void refusesAStreamAboveItsLimitAndKeepsNothing() throws IOException {
        for (byte[] bytes : List.of(SMALL, LARGE)) {
            PutTerms exact = PutTerms.none().withByteLimit(bytes.length);
            PutTerms tooShort = PutTerms.none().withByteLimit(bytes.length - 1);
            assertThatThrownBy(() -> store.put(KEY, Bytes.stream(bytes), tooShort)).isInstanceOf(TooLarge.class);
            assertThatThrownBy(() -> store.putContent(RESOURCES, Bytes.stream(bytes), tooShort)).isInstanceOf(TooLarge.class);
            assertThat(keys("")).isEmpty();
            assertNothingIsLeftAside();
            store.put(KEY, Bytes.stream(bytes), exact);
            store.delete(KEY);
        }
    }

    @Test
    void keepsNothingOfAStreamThatBreaks() throws IOException {
        put(KEY, SMALL);
        for (byte[] bytes : List.of(OTHER, LARGE)) {
            assertThatThrownBy(() -> store.put(KEY, Bytes.breakingAfter(bytes), PutTerms.none()))
                    .isExactlyInstanceOf(IOException.class)
                    .hasMessage("The client has gone.");
            assertThat(read(KEY)).isEqualTo(SMALL);
            assertNothingIsLeftAside();
        }
    }

    private void assertNothingIsLeftAside() throws IOException {
        for (String aside : List.of("objects/.weir/incoming", "spool")) {
            if (Files.exists(temporary.resolve(aside))) {
                try (Stream<Path> files = Files.list(temporary.resolve(aside))) {
                    assertThat(files).isEmpty();
                }
            }
        }
    }

    @Test
    void tellsTheBytesAsTheyCome() throws IOException {
        List<Long> told = new ArrayList<>();
        store.put(KEY, Bytes.stream(LARGE), PutTerms.none().withProgress(told::add));
        assertThat(told).isSorted().hasSizeGreaterThan(LARGE.length / (1024 * 1024)).endsWith((long) LARGE.length);
    }

    @Test
    void provesThatItCanBeWrittenAndRead() throws IOException {
        assertThat(store.check()).isGreaterThanOrEqualTo(Duration.ZERO);
        assertThat(keys("")).isEmpty();
        assertNothingIsLeftAside();
    }
}
