package weir.stream.registration.review;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

import io.javalin.http.Context;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import weir.platform.access.Caller;
import weir.platform.json.Json;
import weir.platform.web.Listener;
import weir.platform.web.WebServer;
import weir.platform.web.WebSettings;
import weir.stream.registration.SchoolList;
import weir.stream.sif.SifGenerator;
import weir.stream.sif.SifLimits;
import weir.stream.sif.SifSplitter;

import static org.assertj.core.api.Assertions.assertThat;

/// The doors of NIAS2, over real HTTP. Facts, section 1.6.
final class ReviewRoutesTest {

    private static final String HEADER = "LocalId,FamilyName,GivenName,BirthDate,Sex,CountryOfBirth,FFPOS,IndigenousStatus,StudentLOTE,"
            + "YearLevel,TestLevel,ASLSchoolId,Parent1SchoolEducation,Parent1NonSchoolEducation,Parent1Occupation,Parent1LOTE";
    private static final String GOOD = "s1,Baird,Chloe,2017-08-11,2,1101,1,4,1201,3,3,48096,3,8,2,1201";
    private static final SchoolList SCHOOLS = new SchoolList(Map.of("48096", "QLD", "47089", "QLD"));

    private final HttpClient client = HttpClient.newHttpClient();
    private volatile Instant now = Instant.parse("2026-11-22T10:00:00Z");
    private WebServer server;

    @BeforeEach
    void start() {
        ReviewRoutes routes = new ReviewRoutes(
                () -> new ReviewSettings(Year.of(2026), SCHOOLS), new SplittableRandom(7), () -> now);
        server = WebServer.start(
                new Listener("stream", "127.0.0.1", 0), WebSettings.usual().withStopSilence(Duration.ofMillis(20)),
                RandomGenerator.getDefault(), (_, _, _, _, _) -> { },
                List.of(all -> all.before(ReviewRoutesTest::enter), routes));
    }

    private static void enter(Context request) {
        String name = request.header("X-Test-Caller");
        new Caller.Person(name == null ? "anna" : name, Set.of()).enter(request);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private HttpResponse<String> post(String path, String name, String content) throws IOException, InterruptedException {
        String body = "--b\r\nContent-Disposition: form-data; name=\"validationFile\"; filename=\"" + name
                + "\"\r\n\r\n" + content + "\r\n--b--\r\n";
        return client.send(
                HttpRequest.newBuilder(URI.create(server.address() + path))
                        .header("Content-Type", "multipart/form-data; boundary=b")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path, String caller) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(server.address() + path)).header("X-Test-Caller", caller).build(),
                BodyHandlers.ofString());
    }

    private String validated(String name, String content) throws IOException, InterruptedException {
        HttpResponse<String> answer = post("/naplan/reg/validate", name, content);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return Json.read(answer.body(), JsonNode.class).path("TxID").asString();
    }

    @Test
    void aFileOfCsvIsReviewedAndItsFindingsCanBeAskedForInEveryForm() throws Exception {
        String bad = GOOD.replace("s1", "s2").replace("Baird", "B@ird").replace("48096", "10000");
        HttpResponse<String> answer = post("/naplan/reg/validate", "students.csv", HEADER + "\n" + GOOD + "\n" + bad + "\n");
        assertThat(answer.body()).matches("\\{\"TxID\":\"[a-z0-9]{16}\",\"Records\":2}");
        String id = Json.read(answer.body(), JsonNode.class).path("TxID").asString();

        HttpResponse<String> results = get("/naplan/reg/results/" + id, "anna");
        assertThat(results.body().lines()).containsExactly(
                "{\"errField\":\"ASLSchoolId\",\"description\":\"ASL ID 10000 not found in ASL list of valid IDs\",\"originalLine\":\"2\","
                        + "\"validationType\":\"asl\",\"severity\":\"error\"}",
                "{\"errField\":\"FamilyName\",\"description\":\"Family Name contains suspect character\",\"originalLine\":\"2\","
                        + "\"validationType\":\"name\",\"severity\":\"warning\"}");
        assertThat(results.headers().firstValue("Weir-Findings")).contains("2");
        assertThat(get("/naplan/reg/manifest/" + id, "anna").body()).isEqualTo("{\"10000\":1,\"48096\":1}");
        HttpResponse<String> report = get("/naplan/reg/report/" + id + "/report.csv", "anna");
        assertThat(report.body()).startsWith("OriginalLine,Vtype,Field,Description,Severity\n2,asl,ASLSchoolId,");
        assertThat(report.headers().firstValue("Content-Disposition")).contains("attachment; filename=\"report.csv\"");
        String events = get("/naplan/reg/stream/" + id, "anna").body();
        assertThat(events).contains("data: {\"Type\":\"result\",\"Payload\":{\"errField\":\"ASLSchoolId\"")
                .endsWith("data: {\"Type\":\"progress\",\"Payload\":{\"TxID\":\"" + id + "\",\"Progress\":2,\"Size\":2,\"TxComplete\":true}}\n\n");
    }

    @Test
    void aFileOfXmlIsReviewedAsWell() throws Exception {
        ByteArrayOutputStream xml = new ByteArrayOutputStream();
        new SifGenerator(new SplittableRandom(1), Year.of(2026), List.of("48096", "10000")).writeStudents(40, xml);
        HttpResponse<String> answer = post("/naplan/reg/validate", "students.xml", xml.toString(StandardCharsets.UTF_8));
        assertThat(answer.body()).contains("\"Records\":40");
        String id = Json.read(answer.body(), JsonNode.class).path("TxID").asString();
        assertThat(get("/naplan/reg/results/" + id, "anna").body()).contains("ASL ID 10000 not found");
    }

    @Test
    void otherNamespacesAreReadAsNias2ReadsThem() throws Exception {
        String id = validated("1students.xml", "<StudentPersonals xmlns=\"http://www.sifassociation.org/datamodel/au/3.4\">"
                + "<StudentPersonal RefId=\"a\"><LocalId>s1</LocalId></StudentPersonal></StudentPersonals>");
        assertThat(get("/naplan/reg/results/" + id, "anna").body()).contains("FamilyName is required").doesNotContain("LocalId is required");
    }

    @Test
    void refusesWhatIsNoSuchFile() throws Exception {
        HttpResponse<String> other = post("/naplan/reg/validate", "students.txt", GOOD);
        assertThat(other.statusCode()).isEqualTo(400);
        assertThat(other.body()).isEqualTo("File submitted is not .csv or .xml");
        assertThat(post("/naplan/reg/validate", "x.xml", "<A xmlns=\"x\"><B/></A>").body()).isEqualTo("No valid records found in XML");
        assertThat(post("/naplan/reg/validate", "x.xml", "<StudentPersonals><StudentPersonal RefId='a'/><StudentPersonal>").body())
                .contains("not well-formed XML");
        assertThat(post("/naplan/reg/validate", "x.xml", "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>").statusCode()).isEqualTo(400);
        assertThat(post("/naplan/reg/validate", "x.csv", HEADER + "\ns1,\"Baird\n").body()).contains("not well-formed CSV at data row 1");
        assertThat(post("/naplan/reg/convert", "x.xml", "<a/>").body()).isEqualTo("File must be of type .csv");
    }

    @Test
    void nobodyButTheSenderSeesAReviewAndItIsGoneAfterAnHour() throws Exception {
        String id = validated("students.csv", HEADER + "\n" + GOOD + "\n");
        assertThat(get("/naplan/reg/results/" + id, "bert").statusCode()).isEqualTo(404);
        assertThat(get("/naplan/reg/results/" + id, "anna").statusCode()).isEqualTo(200);
        now = Instant.parse("2026-11-22T11:01:00Z");
        assertThat(get("/naplan/reg/results/" + id, "anna").statusCode()).isEqualTo(404);
    }

    @Test
    void keepsTenThousandFindingsOfAFileAndCountsTheRest() throws Exception {
        String bad = ",,,,,,,,,,,,,,,x\n";
        String id = validated("students.csv", HEADER + "\n" + bad.repeat(2_000));
        HttpResponse<String> results = get("/naplan/reg/results/" + id, "anna");
        assertThat(results.body().lines()).hasSize(10_000);
        assertThat(Long.parseLong(results.headers().firstValue("Weir-Findings").orElseThrow())).isGreaterThan(10_000);
    }

    @Test
    void csvBecomesOneDocumentWithAStudentARow() throws Exception {
        HttpResponse<String> answer = post("/naplan/reg/convert", "students.csv", HEADER + "\n" + GOOD + "\n" + GOOD.replace("s1", "s&2") + "\n");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Disposition")).contains("attachment; filename=\"students.xml\"");
        assertThat(answer.body()).contains("<LocalId>s&amp;2</LocalId>");
        var split = SifSplitter.withoutSchema(SifLimits.DEFAULT)
                .split(new ByteArrayInputStream(answer.body().getBytes(StandardCharsets.UTF_8)), _ -> { });
        assertThat(split.faults()).isEmpty();
        assertThat(split.objects()).isEqualTo(2);
    }
}
