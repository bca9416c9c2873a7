package weir.stream.memory;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.random.RandomGenerator;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.platform.database.Database;
import weir.stream.graph.GraphTuple;
import weir.stream.memory.store.GraphStore;
import weir.stream.memory.store.KnownObject;
import weir.stream.topology.StreamTopics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static weir.stream.memory.Posts.enrolment;
import static weir.stream.memory.Posts.group;
import static weir.stream.memory.Posts.naming;
import static weir.stream.memory.Posts.school;
import static weir.stream.memory.Posts.student;
import static weir.stream.memory.Servers.bytes;

/// Objects and their graph, from the broker to the database. Facts 18 to 23.
final class MemoryTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int ALL = 1_000;

    @TempDir
    private static Path folder;

    private static final List<String> DEAD = new CopyOnWriteArrayList<>();
    private static final GraphStore GRAPH = new GraphStore();
    private static Fixture fixture;

    private static final class Fixture {
        private final Servers servers = Servers.start(folder);
        private final Database database = servers.open();
        private final MemoryWriter writer = new MemoryWriter(
                database, servers.brokerAddress(),
                (topic, _, _, _, _, service, reason) -> DEAD.add(service + " " + topic + " " + reason),
                RandomGenerator.getDefault());
        private final GraphChanges changes = new GraphChanges(servers.brokerAddress());
        private final Posts posts = new Posts(servers);
    }

    @BeforeAll
    static void start() {
        fixture = new Fixture();
        fixture.writer.start();
    }

    @AfterAll
    static void stop() throws Exception {
        fixture.changes.close();
        fixture.writer.close();
        fixture.database.close();
        fixture.servers.close();
    }

    private static List<String> find(String id, String collection) {
        return fixture.database.read(transaction -> GRAPH.find(transaction, id, collection, "", ALL));
    }

    private static KnownObject known(String id) {
        return fixture.database.read(transaction -> GRAPH.known(transaction, List.of(id), "", true)).getFirst();
    }

    private static void eventually(Runnable holds) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).untilAsserted(holds::run);
    }

    @Test
    void facts18And19AGroupIsFoundByItsStudentsWhoAreTiedToItsTeacher() {
        fixture.posts.post("<TeachingGroup RefId=\"f94278d5-b1b4-4936-ae95-f6d78d0887e2\">"
                + "<LocalId>982b604a-00ac-487c-ae5a-bd62aae4b3a6</LocalId><ShortName>1A</ShortName>"
                + "<StudentPersonalRefId>1e5aa150-ca94-45a0-a893-9ec427ee2160</StudentPersonalRefId>"
                + "<StudentPersonalRefId>9570f36c-9c4d-4a0a-912d-25f26d5264b4</StudentPersonalRefId>"
                + "<StaffPersonalRefId>cef8aa68-554e-4771-82f5-d54568a7e909</StaffPersonalRefId></TeachingGroup>",
                naming("StaffPersonal", "cef8aa68-554e-4771-82f5-d54568a7e909"));

        eventually(() -> {
            assertThat(find("1e5aa150-ca94-45a0-a893-9ec427ee2160", "TeachingGroup"))
                    .containsExactly("f94278d5-b1b4-4936-ae95-f6d78d0887e2");
            assertThat(find("9570f36c-9c4d-4a0a-912d-25f26d5264b4", "StaffPersonal"))
                    .containsExactly("cef8aa68-554e-4771-82f5-d54568a7e909");
            assertThat(known("f94278d5-b1b4-4936-ae95-f6d78d0887e2")).satisfies(group -> {
                assertThat(group.label()).isEqualTo("1A");
                assertThat(group.body().orElseThrow()).startsWith("<?xml version=\"1.0\"?>\n<TeachingGroup RefId=");
            });
        });
        Optional<String> byLocalId = fixture.database.read(transaction -> GRAPH.byLocalId(
                transaction, List.of("localid:982b604a-00ac-487c-ae5a-bd62aae4b3a6"), "TeachingGroup"));
        assertThat(byLocalId).contains("f94278d5-b1b4-4936-ae95-f6d78d0887e2");
    }

    @Test
    void fact21AnEnrolmentTiesAStudentToASchool() {
        fixture.posts.post(school("school-21", "Canary School"), student("student-21", "l21", "Finch"),
                enrolment("enrol-21", "school-21", "student-21"));

        eventually(() -> assertThat(find("school-21", "StudentPersonal")).containsExactly("student-21"));
        assertThat(find("student-21", "SchoolInfo")).containsExactly("school-21");
    }

    @Test
    void goesASecondStepWithoutSchoolsAndThroughThemOnlyWhenNothingElseIsFound() {
        fixture.posts.post(school("school-2s", "S"), student("near-2s", "n", "Near"), student("far-2s", "f", "Far"),
                naming("Invoice", "invoice-2s", "DebtorRefId=debtor-2s"), naming("Debtor", "debtor-2s", "StudentPersonalRefId=near-2s"),
                enrolment("e1-2s", "school-2s", "near-2s"), enrolment("e2-2s", "school-2s", "far-2s"),
                naming("LEAInfo", "lea-2s", "SchoolInfoRefId=school-2s"));

        eventually(() -> {
            assertThat(find("near-2s", "Invoice")).containsExactly("invoice-2s");
            // Only through the school.
            assertThat(find("near-2s", "LEAInfo")).containsExactly("lea-2s");
            assertThat(find("invoice-2s", "StudentPersonal")).containsExactly("near-2s");
            assertThat(find("nobody-2s", "LEAInfo")).isEmpty();
        });
    }

    @Test
    void fact22WhatMeansTheSameIsTiedToTheSameAndSoOn() {
        fixture.posts.post(student("a-22", "a", "A"), group("group-22", "22", "a-22"));
        fixture.posts.say(GraphTuple.equivalence(List.of("a-22", "b-22")));
        fixture.posts.say(GraphTuple.equivalence(List.of("c-22", "d-22")));
        fixture.posts.say(GraphTuple.equivalence(List.of("b-22", "c-22")));

        eventually(() -> {
            assertThat(find("b-22", "TeachingGroup")).containsExactly("group-22");
            assertThat(find("d-22", "TeachingGroup")).containsExactly("group-22");
            assertThat(find("d-22", "StudentPersonal")).containsExactly("a-22");
        });
        fixture.changes.withdraw(List.of(GraphTuple.equivalence(List.of("c-22", "b-22"))));
        eventually(() -> {
            assertThat(find("d-22", "TeachingGroup")).isEmpty();
            assertThat(find("b-22", "TeachingGroup")).containsExactly("group-22");
        });
    }

    @Test
    void fact23HookedUpObjectsAreTiedUntilSomebodyTakesItBack() {
        fixture.posts.post(student("a-23", "a", "A"), naming("StaffPersonal", "c-23"), naming("StaffPersonal", "d-23"));
        List<GraphTuple> ties = GraphTuple.ties(List.of("a-23", "b-23"), List.of("c-23", "d-23"));
        fixture.changes.say(ties);

        eventually(() -> {
            assertThat(find("a-23", "StaffPersonal")).containsExactly("c-23", "d-23");
            assertThat(find("c-23", "StudentPersonal")).containsExactly("a-23");
        });
        // An object that is posted again or deleted leaves what people say of it alone.
        fixture.posts.post(student("a-23", "a", "New"));
        fixture.changes.delete("a-23");
        eventually(() -> assertThat(known("a-23").body()).isEmpty());
        assertThat(find("a-23", "StaffPersonal")).containsExactly("c-23", "d-23");

        fixture.changes.withdraw(ties);
        eventually(() -> assertThat(find("a-23", "StaffPersonal")).isEmpty());
    }

    @Test
    void whatIsPostedAgainReplacesAllThatItSaidBefore() {
        fixture.posts.post(student("s1-r", "1", "One"), student("s2-r", "2", "Two"), group("g-r", "Old", "s1-r"));
        eventually(() -> assertThat(find("s1-r", "TeachingGroup")).containsExactly("g-r"));

        fixture.posts.post(group("g-r", "New", "s2-r"));

        eventually(() -> {
            assertThat(find("s2-r", "TeachingGroup")).containsExactly("g-r");
            assertThat(find("s1-r", "TeachingGroup")).isEmpty();
            assertThat(known("g-r").label()).isEqualTo("New");
            assertThat(known("g-r").body().orElseThrow()).contains("New");
        });
    }

    @Test
    void whatIsOlderChangesNothingWhenItComesLater() {
        long now = System.currentTimeMillis();
        fixture.posts.postAt(now, student("s-o", "1", "Newer"));
        eventually(() -> assertThat(known("s-o").label()).isEqualTo("Ada Newer"));

        fixture.posts.postAt(now - 60_000, student("s-o", "1", "Older"), student("mark-o", "2", "Mark"));

        eventually(() -> {
            assertThat(known("mark-o").label()).isEqualTo("Ada Mark");
            assertThat(known("mark-o").body()).isPresent();
        });
        await().during(Duration.ofMillis(500)).atMost(PATIENCE).untilAsserted(() -> {
            assertThat(known("s-o").label()).isEqualTo("Ada Newer");
            assertThat(known("s-o").body().orElseThrow()).contains("Newer");
        });
    }

    @Test
    void aDeletedObjectTakesAllItSaidWithItAndNothingOlderBringsItBack() {
        long now = System.currentTimeMillis();
        fixture.posts.postAt(now - 5_000, student("s-d", "1", "Gone"), student("t-d", "2", "Stays"), group("g-d", "D", "s-d", "t-d"));
        eventually(() -> {
            assertThat(find("s-d", "StudentPersonal")).containsExactly("s-d", "t-d");
            assertThat(known("g-d").body()).isPresent();
        });

        fixture.changes.delete("g-d");
        eventually(() -> {
            assertThat(find("s-d", "StudentPersonal")).containsExactly("s-d");
            assertThat(known("g-d")).isEqualTo(new KnownObject("g-d", Optional.empty(), "g-d"));
        });

        fixture.posts.postAt(now - 10_000, group("g-d", "D", "s-d", "t-d"), student("mark-d", "3", "Mark"));
        eventually(() -> {
            assertThat(known("mark-d").body()).isPresent();
            assertThat(known("mark-d").label()).isEqualTo("Ada Mark");
        });
        await().during(Duration.ofMillis(500)).atMost(PATIENCE).untilAsserted(() -> {
            assertThat(find("s-d", "TeachingGroup")).isEmpty();
            assertThat(known("g-d").body()).isEmpty();
        });

        fixture.posts.postAt(System.currentTimeMillis() + 1_000, group("g-d", "Again", "s-d"));
        eventually(() -> {
            assertThat(find("s-d", "TeachingGroup")).containsExactly("g-d");
            assertThat(known("g-d").body()).isPresent();
        });
    }

    @Test
    void aMissingLabelStopsNothing() {
        fixture.posts.say(new GraphTuple("Debtor", "no-label", Map.of(), List.of("no-label", "other-nl"), List.of(), ""));
        fixture.posts.post(naming("SchoolInfo", "nameless-nl", "Nothing=x"), student("after-nl", "1", "After"));

        eventually(() -> {
            assertThat(known("after-nl").label()).isEqualTo("Ada After");
            assertThat(known("no-label").label()).isEqualTo("no-label");
            assertThat(known("nameless-nl").label()).isEqualTo("nameless-nl");
        });
    }

    @Test
    void whatCannotBeTakenInGoesToTheDeadLettersAndHoldsNothingUp() {
        fixture.servers.write(List.of(
                Servers.message(StreamTopics.PROCESSED, "k", "no header at all"),
                Servers.message(StreamTopics.PROCESSED, "k", "TOPIC: a.b 1:1:x\n<Student"),
                Servers.message(StreamTopics.INDEXER, "k", "{\"no\":\"tuple\"}"),
                Servers.message(StreamTopics.INDEXER, "k", new GraphTuple(
                        "T", "x".repeat(513), Map.of(), List.of(), List.of(), "l").asJson()),
                Servers.message(StreamTopics.JSON_STORAGE, "k", "TOPIC: a.b\n{broken"),
                Servers.message(StreamTopics.ONE_ROSTER, "k", "{\"nothing\":\"known\"}"),
                new ProducerRecord<>(StreamTopics.INDEXER, bytes("k"), new byte[] {(byte) 0xff, 0, 1})));
        fixture.posts.post(student("after-dead", "1", "After"));

        eventually(() -> {
            assertThat(known("after-dead").body()).isPresent();
            assertThat(DEAD.stream().filter(line -> !line.contains("The database refuses"))).hasSize(7);
        });
        assertThat(DEAD).noneMatch(line -> line.contains("broken") || line.contains("xxx"));
        assertThat(DEAD).anyMatch(line -> line.startsWith("storage sifxml.processed "))
                .anyMatch(line -> line.startsWith("json-storage json.storage "))
                .anyMatch(line -> line.startsWith("oneroster-storage oneroster.validated "));
        fixture.writer.health().probe().run();
    }

    @Test
    void whatTheDatabaseRefusesIsFoundAmongTheOthersAndGoesToTheDeadLetters() {
        String first = unpackable(1);
        String second = unpackable(2);
        List<ProducerRecord<byte[], byte[]>> messages = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String id = i == 13 ? second : "beside-" + i;
            messages.add(new ProducerRecord<>(StreamTopics.INDEXER, 0, bytes("k"), bytes(
                    new GraphTuple(i == 13 ? first : "Beside", id, Map.of(), List.of(id), List.of(), "l").asJson())));
        }
        fixture.servers.write(messages);

        eventually(() -> {
            List<String> members = fixture.database.read(transaction -> GRAPH.members(transaction, "Beside", "", ALL));
            assertThat(members).hasSize(39);
            assertThat(DEAD).anyMatch(line -> line.startsWith("indexer sms.indexer The database refuses"));
        });
        assertThat(DEAD).noneMatch(line -> line.contains(first.substring(0, 5)));
    }

    /// A text of 512 characters that is too long for an index together with another one.
    private static String unpackable(int seed) {
        return new Random(seed).ints(512, 0x4e00, 0x9fa5)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @Test
    void whatWasGivenUpIsNeverSeen() {
        fixture.servers.giveUp(fixture.posts.messages(System.currentTimeMillis(), student("given-up", "1", "Nobody")));
        fixture.posts.post(student("kept-up", "1", "Somebody"));

        eventually(() -> {
            assertThat(known("kept-up").body()).isPresent();
            assertThat(known("kept-up").label()).isEqualTo("Ada Somebody");
        });
        assertThat(known("given-up")).isEqualTo(new KnownObject("given-up", Optional.empty(), "given-up"));
    }

    @Test
    void jsonIsStoredUnderItsTopicAndId() {
        fixture.servers.write(List.of(
                Servers.message(StreamTopics.JSON_STORAGE, "test", "TOPIC: rspec.test\n{\"id\":\"7\",\"something\":\"else\"}"),
                Servers.message(StreamTopics.JSON_STORAGE, "test", "TOPIC: rspec.test\n[\"a\",\"b\"]"),
                Servers.message(StreamTopics.JSON_STORAGE, "test", "TOPIC: naplan.csv\n{\"LocalId\":\"fj\",\"id\":\"no\"}"),
                Servers.message(StreamTopics.JSON_STORAGE, "test", "TOPIC: rspec.test\n{\"a\":1,\"b\":2}")));

        eventually(() -> {
            assertThat(known("rspec.test::7").body()).contains("{\"id\":\"7\",\"something\":\"else\"}");
            assertThat(known("rspec.test::a::b").body()).contains("[\"a\",\"b\"]");
            assertThat(known("naplan.csv::fj").body()).isPresent();
            assertThat(known("rspec.test::a::b--1::2").body()).isPresent();
        });
    }

    @Test
    void rowsOfOneRosterAreStoredAndMergedByTheirLocalIds() {
        fixture.posts.post(student("sif-or", "local-or", "Sif"), group("group-or", "OR", "sif-or"));
        fixture.servers.write(List.of(
                Servers.message(StreamTopics.ONE_ROSTER, "k", "{\"sourcedId\":\"or-user\",\"username\":\"u\",\"identifier\":\"local-or\","
                        + "\"givenName\":\"Ada\",\"familyName\":\"Roster\",\"orgSourcedIds\":\"or-org1,or-org2\",\"__linenumber\":1}"),
                Servers.message(StreamTopics.ONE_ROSTER, "k", "{\"userSourcedId\":\"or-user\",\"sex\":\"female\"}")));

        eventually(() -> {
            assertThat(known("or-user").label()).isEqualTo("Ada Roster");
            assertThat(known("or-user").body().orElseThrow()).contains("local-or");
            assertThat(fixture.database.read(transaction ->
                    GRAPH.known(transaction, List.of("or-user"), "oneroster_demographics", true)).getFirst().body().orElseThrow())
                    .contains("female");
            assertThat(fixture.database.read(GRAPH::merged)).isNotEmpty();
        });
        fixture.changes.say(fixture.database.read(GRAPH::merged).stream()
                .map(same -> GraphTuple.equivalence(List.of(same.one(), same.other()))).toList());
        eventually(() -> assertThat(find("or-user", "TeachingGroup")).containsExactly("group-or"));
    }
}
