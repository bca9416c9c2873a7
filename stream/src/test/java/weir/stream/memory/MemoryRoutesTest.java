package weir.stream.memory;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import io.javalin.config.RoutesConfig;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.platform.access.Caller;
import weir.platform.access.Permission;
import weir.platform.database.Database;
import weir.platform.journal.Journal;
import weir.platform.journal.JournalFilter;
import weir.platform.web.Listener;
import weir.platform.web.WebServer;
import weir.platform.web.WebSettings;
import weir.stream.read.ReadLog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static weir.stream.memory.Posts.enrolment;
import static weir.stream.memory.Posts.group;
import static weir.stream.memory.Posts.naming;
import static weir.stream.memory.Posts.school;
import static weir.stream.memory.Posts.student;

/// The queries over real HTTP. Facts 19 to 23, and sections 1.2 to 1.4.
final class MemoryRoutesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String[] FOREIGN = {"Sec-Fetch-Site", "cross-site"};
    private static final String STUDENT = "11111111-aaaa-4aaa-8aaa-aaaaaaaaaaaa";

    @TempDir
    private static Path folder;

    private static final ReadLog READS = new ReadLog();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static Fixture fixture;

    private static final class Fixture {
        private final Servers servers = Servers.start(folder);
        private final Database database = servers.open();
        private final Journal journal = new Journal(database);
        private final MemoryWriter writer = new MemoryWriter(
                database, servers.brokerAddress(), (_, _, _, _, _, _, _) -> {}, RandomGenerator.getDefault());
        private final GraphChanges changes = new GraphChanges(servers.brokerAddress());
        private final WebServer server = WebServer.start(
                new Listener("stream", "127.0.0.1", 0),
                WebSettings.usual().withStopSilence(Duration.ofMillis(20)),
                RandomGenerator.getDefault(),
                (_, _, _, _, _) -> {},
                List.of(MemoryRoutesTest::doors,
                        new MemoryRoutes(database, READS),
                        new GraphRoutes(database, READS),
                        new GraphChangeRoutes(database, changes, journal),
                        routes -> routes.get("/{topic}/{stream}", request -> request.result("a stream"), Permission.READ_STREAMS)));
    }

    /// Lets everybody in as the administrator, and says what the address asks for.
    private static void doors(RoutesConfig routes) {
        routes.beforeMatched(request -> {
            new Caller.LocalAdministrator().enter(request);
            request.header("Door", request.routeRoles().stream().map(role -> ((Permission) role).code()).toList().toString());
        });
    }

    @BeforeAll
    static void start() {
        fixture = new Fixture();
        fixture.writer.start();
        int objects = fill(new Posts(fixture.servers));
        await().atMost(PATIENCE).until(() -> fixture.writer.taken() == 2L * objects);
    }

    private static int fill(Posts posts) {
        List<String> objects = new ArrayList<>(List.of(
                school("school", "Stivers College"),
                student(STUDENT, "local-1", "One"), student("s2", "local-2", "Two"), student("s3", "local-3", "Three"),
                enrolment("22222222-bbbb-4bbb-8bbb-bbbbbbbbbbbb", "school", STUDENT), enrolment("e2", "school", "s2"),
                group("g1", "1A", STUDENT, "s2"), group("g2", "1B", "s3"),
                naming("RoomInfo", "room", "TeachingGroupRefId=g1", "RoomNumber=12"),
                naming("Debtor", "d1", "StudentContactPersonalRefId=c1"), naming("Debtor", "d2", "StudentContactPersonalRefId=c2"),
                contact("c1", "Ada", "Lovelace", "2201"), contact("c2", "Grace", "Hopper", "4202"),
                naming("PaymentReceipt", "p1", "DebtorRefId=d1")));
        IntStream.rangeClosed(1, 3).forEach(i -> objects.add(naming("Invoice", "i" + i, "DebtorRefId=d1")));
        objects.add(naming("Invoice", "i4", "DebtorRefId=d2"));
        IntStream.rangeClosed(1, 3).forEach(i -> objects.add(
                naming("StudentDailyAttendance", "a" + i, "StudentPersonalRefId=" + STUDENT)));
        objects.add(naming("StudentDailyAttendance", "a4", "StudentPersonalRefId=s3"));
        posts.post(objects.toArray(String[]::new));
        return objects.size();
    }

    private static String contact(String id, String given, String family, String language) {
        return "<StudentContactPersonal RefId=\"" + id + "\"><PersonInfo><Name Type=\"LGL\"><FamilyName>" + family
                + "</FamilyName><GivenName>" + given + "</GivenName></Name><Demographics><LanguageList><Language><Code>9999</Code>"
                + "<LanguageType>4</LanguageType></Language><Language><Code>" + language
                + "</Code><LanguageType>1</LanguageType></Language></LanguageList></Demographics></PersonInfo></StudentContactPersonal>";
    }

    @AfterAll
    static void stop() throws Exception {
        fixture.server.close();
        fixture.changes.close();
        fixture.writer.close();
        fixture.database.close();
        fixture.servers.close();
    }

    private static HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        return send("GET", path, headers);
    }

    private static HttpResponse<String> send(String method, String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(fixture.server.address() + path)).method(method, BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    private static void eventually(org.awaitility.core.ThrowingRunnable holds) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).untilAsserted(holds);
    }

    @Test
    void fact20FindNeedsAnIdOrACollectionAndSaysWhenThereIsNothing() throws Exception {
        assertThat(get("/sms/find").statusCode()).isEqualTo(400);
        assertThat(get("/sms/find?id=&collection=").body())
                .isEqualTo("Must have at least one query parameter 'id' or 'collection'.");
        assertThat(get("/sms/find?collection=Nothing").body()).isEqualTo("[{\"id\":0,\"data\":\"No results found\"}]");
        assertThat(get("/sms/find?id=nobody&collection=Invoice").body()).isEqualTo("[{\"id\":0,\"data\":\"No results found\"}]");
    }

    @Test
    void anIdAloneGivesItsTextAndItsLabelInTheDocumentedOrder() throws Exception {
        HttpResponse<String> found = get("/sms/find?id=school");

        assertThat(found.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/json");
        assertThat(found.body()).isEqualTo("[{\"id\":\"school\",\"data\":\"<?xml version=\\\"1.0\\\"?>\\n<SchoolInfo "
                + "xmlns=\\\"http://www.sifassociation.org/au/datamodel/3.4\\\" RefId=\\\"school\\\"><SchoolName>Stivers College"
                + "</SchoolName></SchoolInfo>\",\"label\":\"Stivers College\"}]");
        assertThat(get("/sms/find?id=nobody").body()).isEqualTo("[{\"id\":\"nobody\",\"data\":null,\"label\":\"nobody\"}]");
    }

    @Test
    void aCollectionGivesItsMembersPageByPage() throws Exception {
        assertThat(get("/sms/find?collection=TeachingGroup&defer=true").body())
                .isEqualTo("[{\"id\":\"g1\",\"label\":\"1A\"},{\"id\":\"g2\",\"label\":\"1B\"}]");
        assertThat(get("/sms/find?collection=TeachingGroup&include_messages=true&limit=1").body())
                .startsWith("[{\"id\":\"g1\",\"data\":\"<?xml").endsWith("\"label\":\"1A\"}]");
        assertThat(get("/sms/find?collection=TeachingGroup&limit=1&after=g1").body()).isEqualTo("[{\"id\":\"g2\",\"label\":\"1B\"}]");
        assertThat(get("/sms/find?collection=TeachingGroup&after=g2").body()).contains("No results found");
        assertThat(get("/sms/find?collection=TeachingGroup&limit=x").statusCode()).isEqualTo(400);
    }

    @Test
    void fact19And21BothGiveWhatIsTied() throws Exception {
        assertThat(get("/sms/find?id=" + STUDENT + "&collection=TeachingGroup").body()).isEqualTo("[{\"id\":\"g1\",\"label\":\"1A\"}]");
        assertThat(get("/sms/find?id=school&collection=StudentPersonal").body())
                .isEqualTo("[{\"id\":\"" + STUDENT + "\",\"label\":\"Ada One\"},{\"id\":\"s2\",\"label\":\"Ada Two\"}]");
        assertThat(get("/sms/find?id=room&collection=StudentPersonal&limit=1&after=" + STUDENT).body())
                .isEqualTo("[{\"id\":\"s2\",\"label\":\"Ada Two\"}]");
    }

    @Test
    void collectionsAreNamed() throws Exception {
        assertThat(get("/sms/collections").body()).startsWith("[\"Debtor\",").contains("\"StudentPersonal\"", "\"TeachingGroup\"");
    }

    @Test
    void aLocalIdLeadsToWhatIsFoundByTheIdOfTheObject() throws Exception {
        HttpResponse<String> found = get("/sms/localfind?id=local-1&collection=StudentPersonal");
        assertThat(found.statusCode()).isEqualTo(302);
        assertThat(found.headers().firstValue("Location").orElseThrow())
                .endsWith("/sms/find?id=" + STUDENT + "&collection=StudentPersonal");
        assertThat(get("/sms/localfind?id=local-1&collection=TeachingGroup").headers().firstValue("Location").orElseThrow())
                .endsWith("/sms/find?id=" + STUDENT + "&collection=TeachingGroup");
        assertThat(get("/sms/localfind?id=unknown&collection=TeachingGroup").body()).contains("No results found");
        assertThat(get("/sms/localfind?collection=TeachingGroup").statusCode()).isEqualTo(400);
    }

    @Test
    void linkedCollectionsCountsWhatIsTiedDirectlyElseOneStepAway() throws Exception {
        assertThat(get("/graph_data/linked_collections?id=" + STUDENT).body())
                .contains("{\"collection\":\"SchoolInfo\",\"data\":1}", "{\"collection\":\"StudentDailyAttendance\",\"data\":3}",
                        "{\"collection\":\"StudentPersonal\",\"data\":1}", "{\"collection\":\"RoomInfo\",\"data\":1}")
                .doesNotContain("Debtor");
        assertThat(get("/graph_data/linked_collections?id=nobody").body()).isEqualTo("[]");
    }

    @Test
    void theLocalNetworkHasNumberedEdgesAndNoGuidAsALabel() throws Exception {
        String network = get("/graph_data/local_network?id=" + STUDENT).body();

        assertThat(network)
                .contains("{\"collection\":\"TeachingGroup\",\"link\":\"direct\",\"id\":\"g1\",\"label\":\"1A\",\"origin\":0,\"target\":")
                .contains("\"label\":\"[StudentSchoolEnrollment]\"")
                .contains("{\"collection\":\"RoomInfo\",\"link\":\"indirect\",\"id\":\"room\",\"label\":\"12\",\"origin\":")
                .doesNotContain("\"target\":0");
    }

    @Test
    void theDashboardsCountAbsencesAndPayments() throws Exception {
        assertThat(get("/graph_data/attendance_per_class").body())
                .isEqualTo("[{\"class\":\"1A\",\"average absences\":1.5},{\"class\":\"1B\",\"average absences\":1.0}]");
        assertThat(get("/graph_data/most_absent_students").body())
                .startsWith("[{\"student\":\"Ada One\",\"absences\":3},{\"student\":\"Ada Three\",\"absences\":1}");
        assertThat(get("/graph_data/payment_delinquency").body()).isEqualTo(
                "[{\"debtor\":\"Ada Lovelace\",\"delinquency\":2},{\"debtor\":\"Grace Hopper\",\"delinquency\":1}]");
        assertThat(get("/graph_data/payment_delinquency?least=2").body())
                .isEqualTo("[{\"debtor\":\"Ada Lovelace\",\"delinquency\":2}]");
        assertThat(get("/graph_data/debtor_languages").body()).isEqualTo(
                "[{\"debtor\":\"Ada Lovelace\",\"language\":\"Greek\"},{\"debtor\":\"Grace Hopper\",\"language\":\"4202\"}]");
    }

    @Test
    void facts22And23PeopleTieAndEquateAndTakeItBack() throws Exception {
        assertThat(send("POST", "/hookup?sourceid=room").statusCode()).isEqualTo(400);
        assertThat(send("POST", "/hookup?targetid=room").statusCode()).isEqualTo(400);
        assertThat(send("POST", "/equiv").statusCode()).isEqualTo(400);
        assertThat(send("POST", "/equiv?ids=one").statusCode()).isEqualTo(400);

        assertThat(send("POST", "/hookup?sourceid=h1,h2&targetid=d1,d2").statusCode()).isEqualTo(200);
        eventually(() -> assertThat(get("/sms/find?id=h2&collection=Debtor").body()).contains("\"d1\"", "\"d2\""));
        assertThat(send("POST", "/equiv?ids=h2,h3,h4").statusCode()).isEqualTo(200);
        eventually(() -> assertThat(get("/sms/find?id=h4&collection=Debtor").body()).contains("\"d1\"", "\"d2\""));

        assertThat(send("DELETE", "/equiv?ids=h4,h3,h2").statusCode()).isEqualTo(200);
        eventually(() -> assertThat(get("/sms/find?id=h4&collection=Debtor").body()).contains("No results found"));
        assertThat(send("DELETE", "/hookup?sourceid=h1,h2&targetid=d1,d2").statusCode()).isEqualTo(200);
        eventually(() -> assertThat(get("/sms/find?id=h2&collection=Debtor").body()).contains("No results found"));
    }

    @Test
    void mergingAnswersAsDocumentedAndNotForAForeignPage() throws Exception {
        assertThat(get("/sms/merge_ids").body()).isEqualTo("SIF - OneRoster id merge complete");
        assertThat(get("/sms/merge_ids", "Sec-Fetch-Site", "cross-site").statusCode()).isEqualTo(403);
        assertThat(get("/sms/flush", "Sec-Fetch-Site", "cross-site").statusCode()).isEqualTo(403);
    }

    @Test
    void aDeletedObjectIsGoneAndTheJournalHasNoIdOfIt() throws Exception {
        new Posts(fixture.servers).post(student("canary-id", "canary-local", "Canary"));
        eventually(() -> assertThat(get("/sms/find?id=canary-id").body()).contains("<FamilyName>Canary", "Ada Canary"));

        assertThat(send("DELETE", "/sms/objects/canary-id").statusCode()).isEqualTo(202);

        eventually(() -> assertThat(get("/sms/find?id=canary-id").body())
                .isEqualTo("[{\"id\":\"canary-id\",\"data\":null,\"label\":\"canary-id\"}]"));
        assertThat(fixture.journal.page(JournalFilter.all()).toString()).contains("object-deleted").doesNotContain("canary");
    }

    @Test
    void whoReadsObjectsIsWrittenDownWithoutTheId() throws Exception {
        get("/sms/find?id=" + STUDENT + "&collection=TeachingGroup");
        get("/graph_data/most_absent_students");

        assertThat(READS.linesByCaller())
                .contains("local administrator read sms find TeachingGroup by id",
                        "local administrator read graph most absent students")
                .noneMatch(line -> line.contains(STUDENT));
    }

    @Test
    void eachAddressAsksForThePermissionOfWhatItDoes() throws Exception {
        for (String path : List.of("/sms/collections", "/sms/find?id=x", "/sms/localfind?id=x", "/graph_data/linked_collections?id=x",
                "/graph_data/local_network?id=x", "/graph_data/attendance_per_class", "/graph_data/most_absent_students",
                "/graph_data/payment_delinquency", "/graph_data/debtor_languages")) {
            assertThat(get(path).headers().firstValue("Door")).as(path).contains("[read-streams]");
        }
        for (String path : List.of("/hookup", "/equiv")) {
            assertThat(send("POST", path).headers().firstValue("Door")).as(path).contains("[post-streams]");
            assertThat(send("DELETE", path).headers().firstValue("Door")).as(path).contains("[post-streams]");
        }
        assertThat(send("DELETE", "/sms/objects/nobody").headers().firstValue("Door")).contains("[post-streams]");
        assertThat(get("/sms/merge_ids", FOREIGN).headers().firstValue("Door")).contains("[post-streams]");
        assertThat(send("POST", "/sms/merge_ids", FOREIGN).headers().firstValue("Door")).contains("[post-streams]");
        assertThat(get("/sms/flush", FOREIGN).headers().firstValue("Door")).contains("[administer]");
        assertThat(send("DELETE", "/sms/flush", FOREIGN).headers().firstValue("Door")).contains("[administer]");
    }

    @Test
    void aFormNamesIdsAsAQueryDoes() throws Exception {
        HttpRequest form = HttpRequest.newBuilder(URI.create(fixture.server.address() + "/hookup"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("sourceid=form-1&targetid=d1"))
                .build();
        assertThat(CLIENT.send(form, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
        eventually(() -> assertThat(get("/sms/find?id=form-1&collection=Debtor").body()).contains("\"d1\""));
        assertThat(send("POST", "/hookup?sourceid=a%00b&targetid=d1").statusCode()).isEqualTo(400);
        assertThat(get("/sms/find?id=" + "x".repeat(513)).statusCode()).isEqualTo(400);
    }

    @Test
    void otherAddressesAreLeftToTheStreams() throws Exception {
        assertThat(get("/some/stream").body()).isEqualTo("a stream");
    }
}
