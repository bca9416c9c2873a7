package weir.stream.topology;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.platform.broker.TopicLogs;
import weir.stream.ingest.Intake;
import weir.stream.ingest.NotJson;
import weir.stream.ingest.StreamProducers;
import weir.stream.memory.KafkaDeadLetters;
import weir.stream.message.Level;
import weir.stream.message.MessageSize;
import weir.stream.sif.SifGenerator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static weir.stream.topology.RunningStreams.bytes;
import static weir.stream.topology.RunningStreams.stream;

/// Objects as large as they may be, and larger, on a broker whose own limit is that of Kafka: 1 MB.
final class LargeMessagesTest {

    private static final String NAMESPACE = "http://www.sifassociation.org/au/datamodel/3.4";
    private static final String STUDENT_HEADER = "LocalId,FamilyName,GivenName,BirthDate,Sex,CountryOfBirth,FFPOS,IndigenousStatus,StudentLOTE,"
            + "YearLevel,TestLevel,FTE,ASLSchoolId,Parent1SchoolEducation,Parent1NonSchoolEducation,Parent1Occupation,Parent1LOTE,"
            + "Parent2SchoolEducation,Parent2NonSchoolEducation,Parent2Occupation,Parent2LOTE,Postcode,StateTerritory\n";

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

    /// Letters in no order, so that they do not become small on their way.
    private static String letters(int count) {
        return new Random(7).ints(count, 0, 64)
                .mapToObj(letter -> "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-".substring(letter, letter + 1))
                .collect(Collectors.joining());
    }

    /// A valid student.
    private static String student(String refId, String familyName) {
        ByteArrayOutputStream made = new ByteArrayOutputStream();
        try {
            new SifGenerator(new SplittableRandom(1), RunningStreams.TEST_YEAR, List.of("48096")).writeStudents(1, made);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String document = made.toString(StandardCharsets.UTF_8);
        return document.substring(document.indexOf("<StudentPersonal "), document.indexOf("</StudentPersonals>")).strip()
                .replaceFirst("<StudentPersonal [^>]*>", "<StudentPersonal xmlns=\"" + NAMESPACE + "\" RefId=\"" + refId + "\">")
                .replaceFirst("<FamilyName>[^<]*</FamilyName>", "<FamilyName>" + familyName + "</FamilyName>");
    }

    private static String students(String... objects) {
        return "<StudentPersonals xmlns=\"" + NAMESPACE + "\">" + String.join("\n", objects) + "</StudentPersonals>";
    }

    private static String refId(int number) {
        return "00000000-0000-4000-8000-%012d".replace("%012d", "0".repeat(12 - Integer.toString(number).length()) + number);
    }

    private static void passesOn(String name) throws Exception {
        streams.intake().xml(stream(name), bytes(students(student(refId(99), "After"))));
        assertThat(streams.values(name + ".none", 1)).hasSize(1);
    }

    @Test
    void everyTopicTakesWhatItsServicesMayWrite() throws Exception {
        passesOn("limit.topics");
        try (TopicLogs topics = TopicLogs.open(streams.broker())) {
            for (String name : List.of("sifxml.ingest", "sms.indexer", "limit.topics", "limit.topics.extreme", "naplan.sifxml.low")) {
                assertThat(topics.configuration(name)).as(name).containsEntry("max.message.bytes", Integer.toString(MessageSize.TOPIC));
            }
            assertThat(topics.configuration("stream.dead"))
                    .containsEntry("max.message.bytes", Integer.toString(MessageSize.DEAD_LETTER));
        }
    }

    @Test
    void anObjectAsLargeAsItMayBeIsOnEveryLevel() throws Exception {
        String object = student(refId(1), "");
        object = student(refId(1), letters(MessageSize.OBJECT - object.length()));
        assertThat(object).hasSize(MessageSize.OBJECT);
        streams.intake().largeXml(stream("limit.fits"), Intake.of(bytes(students(object, student(refId(2), "Small")))));
        for (Level level : Level.values()) {
            assertThat(streams.values("limit.fits." + level.word(), 2)).as(level.word()).hasSize(2);
        }
        assertThat(streams.values("limit.fits.none", 2).getFirst()).endsWith(object);
    }

    @Test
    void ofADocumentWithALargerObjectNothingIsTaken() throws Exception {
        String object = student(refId(3), "");
        object = student(refId(3), letters(MessageSize.OBJECT - object.length() - 1) + "\u00e9");
        assertThat(object).hasSize(MessageSize.OBJECT);
        streams.intake().largeXml(stream("limit.beyond"), Intake.of(bytes(students(student(refId(4), "Small"), object))));
        assertThat(streams.read("sifxml.errors", 1, error -> error.contains("An object of the document is larger than")))
                .first().satisfies(error -> assertThat(error.value()).startsWith("0:1:0 XML Well-Formedness Error\n").contains("Line "));
        passesOn("limit.after");
        assertThat(streams.count("limit.beyond.none")).isZero();
    }

    @Test
    void ofJsonWithALargerValueNothingIsTaken() throws Exception {
        String fits = "\"" + letters(MessageSize.OBJECT - 2) + "\"";
        streams.intake().json(stream("limit.json"), Intake.of(bytes("[1," + fits + "]")), true);
        assertThat(streams.values("limit.json", 2)).contains("1", fits);
        List<String> tooLarge = List.of(
                "\"" + letters(MessageSize.OBJECT - 1) + "\"", "[" + "1,".repeat(MessageSize.OBJECT / 2) + "1]",
                "{\"" + "a".repeat(40_000) + "\":\"" + "\u00e9".repeat(MessageSize.OBJECT / 2) + "\"}", "[".repeat(100_000) + "]".repeat(100_000));
        for (String value : tooLarge) {
            assertThatThrownBy(() -> streams.intake()
                    .json(stream("limit.jsonbeyond"), Intake.of(bytes("[{\"a\":1},\n" + value + "\n]")), true))
                    .isInstanceOf(NotJson.class)
                    .hasMessageContaining("line 2")
                    .hasMessageContaining("Nothing of it was kept");
        }
        assertThat(streams.count("limit.jsonbeyond")).isZero();
    }

    @Test
    void aRowThatBecomesTooLargeIsAFaultOfItsFile() throws Exception {
        String row = "a," + "\u0001".repeat(400_000);
        streams.intake().csv(stream("limit.csv"), Intake.of(bytes("id,text\nb,small\n" + row + "\n")), true);
        assertThat(streams.values("csv.errors", 1, error -> error.contains("row_too_long")))
                .first().asString().startsWith("0:1:0 CSV Well-Formedness Validator\nRow: 3 ");
        streams.intake().csv(stream("limit.csv"), Intake.of(bytes("h".repeat(40_000) + ",b\n1,2\n")), true);
        assertThat(streams.values("csv.errors", 1, error -> error.contains("row_too_long") && error.contains("Row: 1 "))).isNotEmpty();
        String fits = "a,\"" + letters(890_000) + "\"";
        streams.intake().csv(stream("limit.csvfits"), Intake.of(bytes("id,text\n" + fits + "\n")), true);
        assertThat(streams.values("limit.csvfits", 1)).hasSize(1);
        assertThat(streams.count("limit.csv")).isZero();
    }

    @Test
    void aRowWhoseObjectWouldBeTooLargeIsToldToItsSenderAndCounted() throws Exception {
        String rest = ",Treva,2004-07-26,2,1101,1,1,1201,7,7,1,48096,3,8,2,1201,2,7,4,1201,4000,QLD\n";
        String file = streams.intake().csv(stream("naplan.csv"), Intake.of(bytes(
                STUDENT_HEADER + "a1,One" + rest + "a2," + "&".repeat(300_000) + rest)), true).value();
        assertThat(streams.values("csv.errors", 1, error -> error.contains("CSV Row Size Error") && error.contains(file)))
                .singleElement().satisfies(error -> assertThat(error)
                        .startsWith("0:1:" + file + " CSV Row Size Error\nThe row becomes an object that is larger than ")
                        .hasSizeLessThan(25_000));
        assertThat(streams.values("naplan.filereport", 1, report -> report.contains(file)))
                .singleElement().asString().contains("Received: 2\nValid: 1\nFailed: 1\n");
    }

    @Test
    void whatGrowsTooLargeOnItsWayIsADeadLetterAndTheOthersGoOn() throws Exception {
        String name = letters(MessageSize.MESSAGE - 10_000);
        String header = "TOPIC: naplan.sifxml 1:1:grown\n";
        String object = student(refId(5), name).replaceFirst("<OtherIdList>(?s).*</OtherIdList>", "");
        object = object.replace("</FamilyName>", letters(MessageSize.MESSAGE - 100 - header.length() - object.length()) + "</FamilyName>");
        String other = "TOPIC: limit.grown 1:1:grown\n";
        String many = "<StudentPersonal xmlns=\"" + NAMESPACE + "\" RefId=\"" + refId(6) + "\"><PersonInfo><Demographics>"
                + "<Sex>1</Sex>".repeat(300_000) + "</Demographics></PersonInfo></StudentPersonal>";
        try (var producers = new StreamProducers(streams.broker(), "large", 1, Duration.ofSeconds(20))) {
            // What services have taken in is smaller; other programs may write what the topic takes.
            producers.send(StreamTopics.VALIDATED, "rcvd:000000001", bytes(header + object), List.of());
            producers.send(StreamTopics.PROCESSED, "rcvd:000000001", bytes(other + many), List.of());
        }
        List<String> services = new ArrayList<>();
        for (ConsumerRecord<String, String> letter : streams.read(StreamTopics.DEAD, 2, value -> value.contains("1:1:grown"))) {
            services.add(new String(letter.headers().lastHeader(DeadLetter.SERVICE).value(), StandardCharsets.UTF_8));
            assertThat(new String(letter.headers().lastHeader(DeadLetter.REASON).value(), StandardCharsets.UTF_8))
                    .contains("larger than one message may be").doesNotContain(name.substring(0, 20));
        }
        assertThat(services).containsExactlyInAnyOrder("sif-process", "privacyfilter");
        passesOn("limit.grownafter");
        assertThat(streams.all("limit.grown.none", _ -> true)).as("all levels or none").isEmpty();
    }

    @Test
    void aDeadLetterAsLargeAsItsTopicTakesIsKept() {
        try (KafkaDeadLetters letters = new KafkaDeadLetters(streams.broker())) {
            byte[] value = bytes("huge" + letters(MessageSize.TOPIC - 200));
            letters.add("limit.any", 0, 1, bytes("k"), value, "storage", "It cannot be written.");
            assertThat(streams.read(StreamTopics.DEAD, 1, found -> found.startsWith("huge")))
                    .singleElement().satisfies(letter -> assertThat(letter.value()).hasSize(value.length));
        }
    }
}
