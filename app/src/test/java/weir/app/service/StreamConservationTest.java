package weir.app.service;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Year;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.platform.broker.BrokerAddress;
import weir.platform.broker.EmbeddedKafka;
import weir.platform.database.Database;
import weir.platform.database.DatabaseAddress;
import weir.platform.database.DatabaseSettings;
import weir.platform.database.EmbeddedPostgres;
import weir.stream.message.Level;
import weir.stream.sif.SifGenerator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/// Whatever is killed and whenever: each object that was acknowledged is there exactly once, at every level, in the store and
/// in the graph, and nothing else is.
@Order(1)
final class StreamConservationTest {

    private static final boolean LONG = Boolean.getBoolean("weir.long");
    private static final int ROUNDS = LONG ? 10 : 2;
    private static final int EACH_ROUND = LONG ? 10_000 : 400;
    private static final int SMALL = 10;
    private static final int LARGE = LONG ? 2_000 : 200;
    private static final Pattern REF_ID = Pattern.compile("<StudentPersonal [^>]*RefId=\"([0-9a-f-]{36})\"");

    @TempDir
    private Path temporary;

    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final Set<String> unknown = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean isOver = new AtomicBoolean();
    private final AtomicLong seeds = new AtomicLong();

    @Test
    void keepsEachObjectExactlyOnceThroughKills() throws Exception {
        long seed = Long.getLong("weir.seed", System.nanoTime());
        seeds.set(seed);
        SplittableRandom random = new SplittableRandom(seed);
        Place place = streaming(Place.in(temporary));
        String listener = listener(place);
        try (RunningWeir running = RunningWeir.start(place)) {
            List<Thread> clients = List.of(
                    Thread.ofPlatform().start(() -> post(listener + "/conserve/students", SMALL)),
                    Thread.ofPlatform().start(() -> post(listener + "/conserve/students/bulk", LARGE)));
            for (int round = 0; round < ROUNDS; round++) {
                int enough = acknowledged.size() + EACH_ROUND;
                await().atMost(Duration.ofMinutes(5)).until(() -> acknowledged.size() >= enough);
                TimeUnit.MILLISECONDS.sleep(random.nextInt(1_500));
                running.kill();
                running.restart();
            }
            isOver.set(true);
            for (Thread client : clients) {
                client.join();
            }
            try {
                reckon(
                        EmbeddedKafka.lastKnown(place.data().resolve("kafka")).orElseThrow(),
                        EmbeddedPostgres.running(place.data().resolve("postgres")).orElseThrow(), seed);
            } catch (ConditionTimeoutException e) {
                throw new AssertionError("Seed " + seed + ", and it said:\n" + place.complaints(), e);
            }
        }
    }

    @Test
    void sharesTheWorkOfAProcessThatDiesAndOutlivesTheBroker() throws Exception {
        long seed = Long.getLong("weir.seed", System.nanoTime());
        seeds.set(seed);
        try (Outside outside = Outside.start(temporary);
                RunningWeir first = RunningWeir.launch(streaming(outside.place("first")));
                RunningWeir second = RunningWeir.launch(streaming(outside.place("second")))) {
            first.awaitReady();
            second.awaitReady();
            List<Thread> clients = List.of(
                    Thread.ofPlatform().start(() -> post(listener(first.place()) + "/conserve/students/bulk", LARGE)),
                    Thread.ofPlatform().start(() -> post(listener(second.place()) + "/conserve/students", SMALL)));
            await().atMost(Duration.ofMinutes(5)).until(() -> acknowledged.size() >= EACH_ROUND);
            first.kill();
            int before = acknowledged.size();
            await().atMost(Duration.ofMinutes(5)).until(() -> acknowledged.size() >= before + EACH_ROUND / 4);
            outside.stopBroker();
            outside.bringBackBroker();
            int then = acknowledged.size();
            await().atMost(Duration.ofMinutes(5)).until(() -> acknowledged.size() >= then + EACH_ROUND / 4);
            isOver.set(true);
            for (Thread client : clients) {
                client.join();
            }
            reckon(outside.brokerAddress(), outside.databaseAddress(), seed);
        }
    }

    private static Place streaming(Place place) throws IOException {
        return place.with("WEIR_ROLES", "web,stream,worker,scheduler").with("WEIR_STREAM_PORT", Place.freePort());
    }

    private static String listener(Place place) {
        return "http://127.0.0.1:" + place.environment().get("WEIR_STREAM_PORT");
    }

    /// One document after the other, each with objects that nobody else has.
    private void post(String address, int students) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (!isOver.get()) {
                byte[] document = document(students);
                List<String> ids = ids(new String(document, StandardCharsets.UTF_8));
                HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                        .timeout(Duration.ofSeconds(30))
                        .header("Content-Type", "application/xml")
                        .POST(BodyPublishers.ofByteArray(document))
                        .build();
                try {
                    int status = client.send(request, BodyHandlers.discarding()).statusCode();
                    (status == 202 ? acknowledged : unknown).addAll(ids);
                } catch (IOException e) {
                    unknown.addAll(ids);
                    TimeUnit.MILLISECONDS.sleep(200);
                }
            }
        } catch (InterruptedException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] document(int students) throws IOException {
        ByteArrayOutputStream document = new ByteArrayOutputStream();
        new SifGenerator(new SplittableRandom(seeds.incrementAndGet()), Year.of(2017), List.of("48096"))
                .writeStudents(students, document);
        return document.toByteArray();
    }

    private static List<String> ids(String xml) {
        List<String> ids = new ArrayList<>();
        Matcher matcher = REF_ID.matcher(xml);
        while (matcher.find()) {
            ids.add(matcher.group(1));
        }
        return ids;
    }

    private void reckon(BrokerAddress broker, DatabaseAddress databaseAddress, long seed) {
        // The RefId itself is redacted from `high` on, so what tells objects apart there is nothing: they are counted.
        for (Level level : List.of(Level.NONE, Level.LOW, Level.MEDIUM)) {
            Set<String> all = new HashSet<>(acknowledged);
            await(level.word()).atMost(Duration.ofMinutes(5)).until(() -> {
                all.removeAll(counts(broker, "conserve.students." + level.word()).keySet());
                return all.isEmpty();
            });
        }
        Map<String, Integer> found = counts(broker, "conserve.students.none");
        assertThat(found.values()).as("each once, seed %s", seed).allMatch(times -> times == 1);
        Set<String> others = new HashSet<>(found.keySet());
        others.removeAll(acknowledged);
        others.removeAll(unknown);
        assertThat(others).as("nothing else, seed %s", seed).isEmpty();
        for (Level level : Level.values()) {
            await(level.word()).atMost(Duration.ofMinutes(5))
                    .until(() -> texts(broker, "conserve.students." + level.word()).size() >= found.size());
            assertThat(texts(broker, "conserve.students." + level.word())).as("%s, seed %s", level, seed).hasSize(found.size());
        }
        try (Database database = Database.open(databaseAddress, DatabaseSettings.usual(), List.of())) {
            await("the store").atMost(Duration.ofMinutes(2)).until(() -> keys(database, "SELECT key FROM stream.object").size() >= found.size());
            await("the graph").atMost(Duration.ofMinutes(2)).until(() -> keys(database, "SELECT id FROM stream.tuple").size() >= found.size());
            areExactly(keys(database, "SELECT key FROM stream.object"), found.keySet(), seed);
            areExactly(keys(database, "SELECT id FROM stream.tuple"), found.keySet(), seed);
        }
    }

    /// By sets: of a hundred thousand, comparing each with each would take longer than the test.
    private static void areExactly(List<String> keys, Set<String> wanted, long seed) {
        assertThat(keys).as("each once, seed %s", seed).hasSize(wanted.size());
        assertThat(new HashSet<>(keys).equals(wanted)).as("the same, seed %s", seed).isTrue();
    }

    private static List<String> keys(Database database, String query) {
        return database.read(transaction -> transaction.handle().createQuery(query).mapTo(String.class).list());
    }

    private static Map<String, Integer> counts(BrokerAddress broker, String topic) {
        Map<String, Integer> counts = new HashMap<>();
        texts(broker, topic).forEach(xml -> ids(xml).forEach(id -> counts.merge(id, 1, Integer::sum)));
        return counts;
    }

    /// All that is committed.
    private static List<String> texts(BrokerAddress broker, String topic) {
        Map<String, Object> properties = broker.clientProperties();
        properties.put("isolation.level", "read_committed");
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(properties, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<String> found = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<String, String> message : consumer.poll(Duration.ofMillis(200))) {
                    found.add(message.value());
                }
            }
            return found;
        }
    }
}
