package weir.app.service;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.app.Main;
import weir.app.WeirProgram;
import weir.platform.broker.BrokerAddress;
import weir.platform.broker.EmbeddedKafka;
import weir.stream.topology.DeadLetter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/// `weir stream replay`, killed in the middle of its work, and the service with its broker after it: each dead letter goes back
/// once, and what becomes of it is there once.
final class ReplayConservationTest {

    private static final int LETTERS = Boolean.getBoolean("weir.long") ? 50_000 : 6_000;
    private static final int PARTITIONS = 5;
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"|RefId=\"([0-9a-f-]{36})\"");

    @TempDir
    private Path temporary;

    @Test
    void sendsEachLetterBackOnceThoughItIsKilled() throws Exception {
        Place place = Place.in(temporary).with("WEIR_ROLES", "web,stream,worker,scheduler");
        try (RunningWeir running = RunningWeir.start(place)) {
            List<String> ids = writeLetters(broker(place));
            killMidway(place);
            assertThat(count(broker(place), "sifxml.processed")).isLessThan(LETTERS);
            killMidway(place);
            running.kill();
            running.restart();
            killMidway(place);
            Process last = replay(place);
            assertThat(last.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(last.exitValue()).as("%s", place.said()).isZero();

            assertThat(found(broker(place), "sifxml.processed")).containsExactlyInAnyOrderElementsOf(ids);
            await("what becomes of them").atMost(PATIENCE).until(() -> count(broker(place), "sms.indexer") >= LETTERS);
            assertThat(found(broker(place), "sms.indexer")).containsExactlyInAnyOrderElementsOf(ids);
            assertThat(found(broker(place), "replay.groups.none")).as("the other services had theirs").isEmpty();
            assertThat(count(broker(place), "stream.dead")).isEqualTo(LETTERS);
        }
    }

    private static BrokerAddress broker(Place place) {
        return EmbeddedKafka.lastKnown(place.data().resolve("kafka")).orElseThrow();
    }

    /// Objects that the parser could not process, as it says.
    private static List<String> writeLetters(BrokerAddress broker) throws Exception {
        List<String> ids = new ArrayList<>();
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(broker.clientProperties(), new StringSerializer(), new StringSerializer())) {
            for (int i = 0; i < LETTERS; i++) {
                String id = UUID.nameUUIDFromBytes(("group " + i).getBytes(StandardCharsets.UTF_8)).toString();
                ids.add(id);
                ProducerRecord<String, String> letter = new ProducerRecord<>("stream.dead", i % PARTITIONS, "k" + i,
                        "TOPIC: replay.groups 1:1:d" + i + "\n<TeachingGroup xmlns=\"http://www.sifassociation.org/au/datamodel/3.4\" RefId=\""
                                + id + "\"><ShortName>1A</ShortName></TeachingGroup>");
                new DeadLetter("sifxml.processed", i % PARTITIONS, i, "sif-parser", "It could not be read.").headers().forEach(letter.headers()::add);
                sent.add(producer.send(letter));
            }
            for (Future<RecordMetadata> one : sent) {
                one.get();
            }
        }
        return ids;
    }

    /// Starts a replay and kills it when it has sent something back.
    private static void killMidway(Place place) throws IOException, InterruptedException {
        try (KafkaConsumer<String, String> watching = consumer(broker(place), "sifxml.processed")) {
            watching.seekToEnd(watching.assignment());
            watching.assignment().forEach(watching::position);
            Process replay = replay(place);
            while (replay.isAlive() && watching.poll(Duration.ofMillis(5)).isEmpty()) {
                assertThat(place.data()).exists();
            }
            replay.destroyForcibly().waitFor();
        }
    }

    private static Process replay(Place place) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED", "-Dweir.home=" + WeirProgram.root(), "-cp", System.getProperty("java.class.path"),
                Main.class.getName(), "stream", "replay", "--data", place.data().toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(place.log().toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("WEIR_"));
        return builder.start();
    }

    private static KafkaConsumer<String, String> consumer(BrokerAddress broker, String topic) {
        Map<String, Object> properties = broker.clientProperties();
        properties.put("isolation.level", "read_committed");
        KafkaConsumer<String, String> consumer = new KafkaConsumer<>(properties, new StringDeserializer(), new StringDeserializer());
        consumer.assign(consumer.partitionsFor(topic).stream().map(one -> new TopicPartition(topic, one.partition())).toList());
        return consumer;
    }

    private static int count(BrokerAddress broker, String topic) {
        return texts(broker, topic).size();
    }

    private static List<String> found(BrokerAddress broker, String topic) {
        return texts(broker, topic).stream().map(ID::matcher).filter(Matcher::find)
                .map(id -> id.group(1) == null ? id.group(2) : id.group(1))
                .toList();
    }

    /// All that is committed.
    private static List<String> texts(BrokerAddress broker, String topic) {
        List<String> found = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer = consumer(broker, topic)) {
            consumer.seekToBeginning(consumer.assignment());
            Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(message -> found.add(message.value()));
            }
        }
        return found;
    }
}
