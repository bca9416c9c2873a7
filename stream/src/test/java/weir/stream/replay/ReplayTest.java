package weir.stream.replay;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import weir.platform.json.Json;
import weir.stream.read.MessageForm;
import weir.stream.read.OpenStream;
import weir.stream.read.ReadRequest;
import weir.stream.read.Start;
import weir.stream.read.StreamList;
import weir.stream.read.StreamReader;
import weir.stream.read.Streams;
import weir.stream.topology.DeadLetter;
import weir.stream.topology.StreamHeaders;
import weir.stream.topology.StreamTopics;

import static org.assertj.core.api.Assertions.assertThat;

/// Dead letters on a real broker.
final class ReplayTest {

    private static final ReplayRequest ALL = new ReplayRequest(Optional.empty(), Optional.empty(), false);

    @TempDir
    private Path folder;

    private Streams streams;
    private Replay replay;

    @BeforeEach
    void start() {
        streams = Streams.start(folder);
        streams.make(StreamTopics.DEAD, StreamTopics.PROCESSED, StreamTopics.INDEXER);
        replay = new Replay(streams.address());
    }

    @AfterEach
    void stop() {
        streams.close();
    }

    private static ProducerRecord<byte[], byte[]> letter(String topic, int partition, String service, String value) {
        ProducerRecord<byte[], byte[]> letter = Streams.message(StreamTopics.DEAD, "key of " + value, value);
        letter.headers().add("weir-upload", Streams.bytes("u1"));
        for (Header header : new DeadLetter(topic, partition, 17, service, "It cannot be read.").headers()) {
            letter.headers().add(header);
        }
        return letter;
    }

    private List<String> values(String topic) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OpenStream stream = new StreamReader(streams.address()).open(ReadRequest.toTheEnd(topic, new Start.Earliest()))) {
            stream.writeTo(out, MessageForm.LINES, Duration.ofSeconds(1));
        }
        return out.toString(StandardCharsets.UTF_8).lines().map(line -> Json.read(line, JsonNode.class))
                .filter(one -> one.has("data")).map(one -> one.path("key").asString() + "=" + one.path("data").asString()).sorted().toList();
    }

    @Test
    void sendsEachLetterBackOnceAsItWas() throws Exception {
        streams.write(IntStream.range(0, 300).mapToObj(i -> letter(StreamTopics.PROCESSED, i % 5, "memory", "v" + i)).toList());

        assertThat(replay.run(ALL)).containsExactly(
                new Replayed(StreamTopics.PROCESSED, "memory", "It cannot be read.", true, 300));
        assertThat(values(StreamTopics.PROCESSED)).hasSize(300).doesNotHaveDuplicates().contains("key of v7=v7");
        assertThat(replay.run(ALL)).isEmpty();
        assertThat(values(StreamTopics.PROCESSED)).hasSize(300);

        streams.write(letter(StreamTopics.PROCESSED, 2, "memory", "later"));
        assertThat(replay.run(ALL)).hasSize(1);
        assertThat(values(StreamTopics.PROCESSED)).hasSize(301);
        assertThat(replay.run(new ReplayRequest(Optional.empty(), Optional.of(new Start.Earliest()), false)))
                .extracting(Replayed::letters).containsExactly(301L);
    }

    @Test
    void whatIsSentBackKeepsItsHeadersAndItsPartitionAndSaysWhomItIsFor() {
        Letter letter = new Letter(received(letter(StreamTopics.PROCESSED, 3, "memory", "v")));
        ProducerRecord<byte[], byte[]> back = letter.back(5);
        assertThat(back.partition()).isEqualTo(3);
        assertThat(back.headers().toArray()).extracting(Header::key).containsExactly("weir-upload", StreamHeaders.ONLY);
        assertThat(new String(back.headers().lastHeader(StreamHeaders.ONLY).value(), StandardCharsets.UTF_8)).isEqualTo("memory");
        assertThat(letter.back(2).partition()).isNull();
        assertThat(letter.toString()).doesNotContain("v=", "key");
    }

    private static ConsumerRecord<byte[], byte[]> received(ProducerRecord<byte[], byte[]> sent) {
        var received = new ConsumerRecord<>(sent.topic(), 0, 1L, sent.key(), sent.value());
        sent.headers().forEach(received.headers()::add);
        return received;
    }

    @Test
    void ofOneServiceOnlyItsOwnAreSentAndTheOthersStay() throws Exception {
        streams.write(
                letter(StreamTopics.PROCESSED, 0, "memory", "a"), letter(StreamTopics.INDEXER, 0, "indexer", "b"),
                letter("gone.topic", 0, "memory", "c"), letter(StreamTopics.DEAD, 0, "memory", "d"));
        List<Replayed> met = replay.run(new ReplayRequest(Optional.of("memory"), Optional.empty(), false));
        assertThat(met).filteredOn(Replayed::isSent).extracting(Replayed::topic).containsExactly(StreamTopics.PROCESSED);
        assertThat(met).filteredOn(one -> !one.isSent()).hasSize(3);
        assertThat(values(StreamTopics.INDEXER)).isEmpty();

        assertThat(replay.run(ALL)).filteredOn(Replayed::isSent).extracting(Replayed::topic).containsExactly(StreamTopics.INDEXER);
        assertThat(values(StreamTopics.INDEXER)).containsExactly("key of b=b");
        assertThat(values(StreamTopics.PROCESSED)).containsExactly("key of a=a");
    }

    @Test
    void aDryRunChangesNothing() throws Exception {
        streams.write(letter(StreamTopics.PROCESSED, 0, "memory", "a"));
        ReplayRequest dry = new ReplayRequest(Optional.empty(), Optional.empty(), true);
        assertThat(replay.run(dry)).hasSize(1);
        assertThat(values(StreamTopics.PROCESSED)).isEmpty();
        assertThat(replay.run(dry)).hasSize(1);
        assertThat(replay.run(ALL)).hasSize(1);
    }

    @Test
    void theListOfStreamsCountsWhatIsKept() throws Exception {
        streams.write(letter(StreamTopics.PROCESSED, 0, "memory", "a"), letter(StreamTopics.PROCESSED, 0, "memory", "b"));
        List<StreamList.Counted> counted = new StreamList(streams.address(), InstantSource.system()).counted();
        assertThat(counted).extracting(StreamList.Counted::name)
                .containsExactly(StreamTopics.PROCESSED, StreamTopics.INDEXER, StreamTopics.DEAD);
        StreamList.Counted dead = counted.getLast();
        assertThat(dead.partitions()).isEqualTo(5);
        assertThat(dead.messages()).isGreaterThanOrEqualTo(2);
        assertThat(dead.lastMinute()).isEqualTo(dead.messages());
    }
}
