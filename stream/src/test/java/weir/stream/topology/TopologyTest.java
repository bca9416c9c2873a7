package weir.stream.topology;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.stream.ingest.Intake;
import weir.stream.ingest.StreamProducers;
import weir.stream.message.Level;
import weir.stream.sif.SifGenerator;

import static org.assertj.core.api.Assertions.assertThat;
import static weir.stream.topology.RunningStreams.bytes;
import static weir.stream.topology.RunningStreams.stream;

final class TopologyTest {

    @TempDir
    private static Path folder;

    private static RunningStreams streams;

    @BeforeAll
    static void start() throws Exception {
        streams = RunningStreams.in(folder);
    }

    @AfterAll
    static void stop() {
        streams.close();
    }

    private static byte[] students(int count) throws Exception {
        ByteArrayOutputStream document = new ByteArrayOutputStream();
        new SifGenerator(new SplittableRandom(1), RunningStreams.TEST_YEAR, List.of("48096", "47089")).writeStudents(count, document);
        return document.toByteArray();
    }

    @Test
    void givesEachObjectOfASmallDocumentAtFiveLevels() throws Exception {
        String id = streams.intake().xml(stream("small.students"), students(3)).value();
        List<ConsumerRecord<String, String>> validated = streams.read(
                "sifxml.validated", 3, value -> value.startsWith("TOPIC: small.students "));
        assertThat(validated).extracting(message -> message.value().substring(0, message.value().indexOf('\n')))
                .containsExactly(
                        "TOPIC: small.students 1:3:" + id, "TOPIC: small.students 2:3:" + id, "TOPIC: small.students 3:3:" + id);
        assertThat(validated).allSatisfy(message -> assertThat(message.key()).matches("rcvd:[0-9]{9}"));
        for (Level level : Level.values()) {
            List<String> values = streams.values("small.students." + level.word(), 3);
            assertThat(values).hasSize(3).allSatisfy(value -> assertThat(value).startsWith("<?xml version=\"1.0\"?>\n<StudentPersonal"));
            assertThat(values.getFirst().contains("ZZREDACTED")).isEqualTo(level != Level.NONE);
        }
    }

    @Test
    void takesALargeDocumentThroughPieces() throws Exception {
        int count = 1_500;
        byte[] document = students(count);
        assertThat(document.length).isGreaterThan(4_000_000);
        String id = streams.intake().largeXml(stream("large.students"), Intake.of(document)).value();
        List<String> extreme = streams.values("large.students.extreme", count);
        assertThat(extreme).hasSize(count);
        assertThat(streams.values("large.students.none", count)).hasSize(count).doesNotHaveDuplicates();
        assertThat(streams.values("sifxml.processed", count, value -> value.contains(":" + count + ":" + id))).hasSize(count);
    }

    @Test
    void givesNothingOfADocumentWithOneFault() throws Exception {
        String document = new String(students(5), StandardCharsets.UTF_8).replaceFirst("(?s)<Sex>.</Sex>(?!.*<Sex>)", "<Sex>6</Sex>");
        streams.intake().xml(stream("faulty.students"), bytes(document));
        streams.intake().xml(stream("faulty.sound"), students(1));
        assertThat(streams.values("faulty.sound.none", 1)).hasSize(1);
        assertThat(streams.values("sifxml.errors", 1, error -> error.contains("'6' is not a valid value")))
                .singleElement(InstanceOfAssertFactories.STRING)
                .startsWith("0:1:0 XSD Validation Error\n");
        assertThat(streams.count("faulty.students.none")).isZero();
    }

    @Test
    void buriesWhatItCannotReadAndGoesOn() throws Exception {
        try (var producers = new StreamProducers(streams.broker(), "hand", 1, Duration.ofSeconds(20))) {
            producers.send(StreamTopics.INGEST, "no.header", bytes("<no/>"), List.of());
            producers.send(StreamTopics.PROCESSED, "no.header", bytes("TOPIC: a.b 1:1:x\n<broken"), List.of());
        }
        assertThat(streams.read(StreamTopics.DEAD, 2, _ -> true)).hasSizeGreaterThanOrEqualTo(2).allSatisfy(message -> {
            assertThat(message.headers().lastHeader(DeadLetter.REASON)).isNotNull();
            assertThat(message.headers().lastHeader(DeadLetter.SERVICE)).isNotNull();
        });
        streams.intake().xml(stream("after.burial"), students(1));
        assertThat(streams.values("after.burial.low", 1)).hasSize(1);
    }

    @Test
    void writesTheTupleOfEachObject() throws Exception {
        streams.intake().xml(stream("tuple.students"), students(2));
        assertThat(streams.values("sms.indexer", 2)).anySatisfy(tuple -> assertThat(tuple).startsWith("{\"type\":\"StudentPersonal\""));
    }

    @Test
    void whatIsSentBackForOneServiceIsTakenByThatOneAlone() throws Exception {
        streams.intake().xml(stream("back.students"), students(1));
        assertThat(streams.values("back.students.low", 1)).hasSize(1);
        String id = "f94278d5-b1b4-4936-ae95-f6d78d0887e2";
        try (var producers = new StreamProducers(streams.broker(), "back", 1, Duration.ofSeconds(20))) {
            producers.send(StreamTopics.PROCESSED, "rcvd:000000001",
                    bytes("TOPIC: back.students 1:1:x\n<TeachingGroup xmlns=\"http://www.sifassociation.org/au/datamodel/3.4\" RefId=\""
                            + id + "\"><ShortName>1A</ShortName></TeachingGroup>"),
                    List.of(new RecordHeader(StreamHeaders.ONLY, bytes("sif-parser"))));
        }
        assertThat(streams.values(StreamTopics.INDEXER, 1, tuple -> tuple.contains(id))).hasSize(1);
        assertThat(streams.all("back.students.low", object -> object.contains(id))).isEmpty();
        assertThat(streams.count("back.students.none")).isPositive();
    }
}
