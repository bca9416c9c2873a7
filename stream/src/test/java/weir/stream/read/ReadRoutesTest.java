package weir.stream.read;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import weir.platform.access.Caller;
import weir.platform.access.Grant;
import weir.platform.access.Role;
import weir.platform.broker.BrokerAddress;
import weir.platform.json.Json;
import weir.platform.web.Listener;
import weir.platform.web.WebServer;
import weir.platform.web.WebSettings;

import static org.assertj.core.api.Assertions.assertThat;
import static weir.stream.read.Streams.message;

/// The readers' doors over real HTTP, before a real broker. Numbers of facts are those of section 9.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ReadRoutesTest {

    private static final String[] ERRORS = ReadRoutes.ERROR_TOPICS.toArray(String[]::new);

    private final HttpClient client = HttpClient.newHttpClient();
    private final ReadLog log = new ReadLog();
    private Streams streams;
    private ReadRoutes routes;
    private WebServer server;

    @BeforeAll
    void start(@TempDir Path folder) {
        streams = Streams.start(folder);
        streams.make(ERRORS);
        routes = routes(ReadLimits.USUAL);
        server = serve(routes);
    }

    @AfterAll
    void stop() {
        routes.close();
        server.close();
        streams.close();
    }

    private ReadRoutes routes(ReadLimits limits) {
        return new ReadRoutes(streams.address(), log, limits);
    }

    private static WebServer serve(ReadRoutes routes) {
        return serve(routes, new Caller.LocalAdministrator());
    }

    private static WebServer serve(ReadRoutes routes, Caller caller) {
        return WebServer.start(
                new Listener("stream", "127.0.0.1", 0), WebSettings.usual().withStopSilence(Duration.ofMillis(20)),
                RandomGenerator.getDefault(), (_, _, _, _, _) -> { }, List.of(config -> config.before(caller::enter), routes));
    }


    private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        return client.send(request(server, path, headers), BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private static HttpRequest request(WebServer server, String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.address() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request.build();
    }

    /// The lines of an answer that does not end.
    private BufferedReader follow(WebServer from, String path, String... headers) throws IOException, InterruptedException {
        HttpResponse<InputStream> answer = client.send(request(from, path, headers), BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/event-stream");
        BufferedReader lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
        assertThat(lines.readLine()).isEqualTo(": ");
        assertThat(lines.readLine()).isEmpty();
        return lines;
    }

    private static List<JsonNode> objects(String body) {
        return List.of(body.split("\n\n")).stream().map(text -> Json.read(text, JsonNode.class)).toList();
    }

    private List<ProducerRecord<byte[], byte[]>> messages(String topic, int from, int count) {
        return IntStream.range(from, from + count).mapToObj(i -> message(topic, "key-" + i % 97, "value " + i)).toList();
    }

    @Test
    void fact38AnUnknownStreamIsNoSupportedRoute() throws Exception {
        HttpResponse<String> answer = get("/x/y");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo("Sorry x.y is not a supported route.");
        assertThat(get("/x/y/low").body()).isEqualTo("Sorry x.y.low is not a supported route.");
        assertThat(get("/filtered/x/y/low").body()).isEqualTo("Sorry x.y.low is not a supported route.");
    }

    @Test
    void fact38AnOffsetGivesWhatComesFromThereOn() throws Exception {
        streams.make(1, "one.partition");
        streams.write(message("one.partition", 0, "test", "a"), message("one.partition", 0, "test", "b \"c\"\n\u00e9\u0001"));

        assertThat(get("/one/partition").body()).isEqualTo("""
                {"data":"a","key":"test","consumer_offset":0,"hwm":3,"restart_from":1}

                {"data":"b \\"c\\"\\n\u00e9\\u0001","key":"test","consumer_offset":1,"hwm":3,"restart_from":2}

                {"advice":"Start consuming from 3"}

                """);
        assertThat(get("/one/partition?offset=1").body()).startsWith("{\"data\":\"b ").contains("\"consumer_offset\":1");
        assertThat(get("/one/partition?offset=latest").body()).isEqualTo("{\"advice\":\"Start consuming from 3\"}\n\n");
        assertThat(get("/one/partition?offset=999").body()).isEqualTo("{\"advice\":\"Start consuming from 3\"}\n\n");
    }

    @Test
    void readsAllPartitionsAndGoesOnFromAnyRestartWithoutLossOrDoubling() throws Exception {
        streams.make("walk.on");
        streams.write(messages("walk.on", 0, 400));
        streams.writeAndAbort(messages("walk.on", 1_000_000, 50));
        streams.write(messages("walk.on", 400, 600));

        List<String> seen = new ArrayList<>();
        String from = "earliest";
        boolean wroteMore = false;
        while (true) {
            List<JsonNode> found = objects(get("/walk/on?limit=37&offset=" + from).body());
            List<JsonNode> records = found.subList(0, found.size() - 1);
            records.forEach(record -> seen.add(record.path("data").asString()));
            if (records.isEmpty()) {
                break;
            }
            from = records.getLast().path("restart_from").asString();
            if (!wroteMore) {
                streams.write(messages("walk.on", 1_000, 100));
                wroteMore = true;
            }
        }
        Set<String> wanted = new HashSet<>(IntStream.range(0, 1_100).mapToObj(i -> "value " + i).toList());
        assertThat(seen).hasSize(1_100);
        assertThat(new HashSet<>(seen)).isEqualTo(wanted);
    }

    @Test
    void theAdviceAtTheEndGoesOnAfterAllThatWasRead() throws Exception {
        streams.make("advice.given");
        streams.write(messages("advice.given", 0, 20));
        String advice = objects(get("/advice/given").body()).getLast().path("advice").asString();
        assertThat(advice).startsWith("Start consuming from ");
        streams.write(messages("advice.given", 20, 5));
        List<JsonNode> found = objects(get("/advice/given?offset=" + advice.substring("Start consuming from ".length())).body());
        assertThat(found).hasSize(6);
        assertThat(found.subList(0, 5)).allMatch(one -> Integer.parseInt(one.path("data").asString().substring(6)) >= 20);
    }

    @Test
    void givesOneObjectALineToWhoWantsLines() throws Exception {
        streams.make("lines.wanted");
        streams.write(messages("lines.wanted", 0, 10));
        HttpResponse<String> answer = get("/lines/wanted", "Accept", "application/x-ndjson");
        assertThat(answer.headers().firstValue("Content-Type")).hasValueSatisfying(
                type -> assertThat(type).startsWith("application/x-ndjson"));
        assertThat(answer.body().lines().map(line -> Json.read(line, JsonNode.class)).filter(one -> one.has("data"))).hasSize(10);
    }

    @Test
    void readsALevelByItsWordAndNoOther() throws Exception {
        streams.make("rspec.student.low");
        streams.write(message("rspec.student.low", "prv_filter:000000001", "<StudentPersonal/>"));
        assertThat(get("/rspec/student/low").body()).contains("\"data\":\"<StudentPersonal/>\",\"key\":\"prv_filter:000000001\"");
        assertThat(get("/rspec/student.low").body()).contains("<StudentPersonal/>");
        HttpResponse<String> unknown = get("/rspec/student/lowest");
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(unknown.body()).contains("none, low, medium, high, extreme").doesNotContain("lowest");
        assertThat(get("/rspec/student.low/low").statusCode()).isEqualTo(400);
    }

    @Test
    void refusesNamesOffsetsAndLimitsThatAreNone() throws Exception {
        streams.make("rspec.names");
        for (String path : List.of("/rs%20pec/x", "/rspec/..%2Fx", "/rspec/-x", "/" + "a".repeat(65) + "/x")) {
            HttpResponse<String> answer = get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(400);
        }
        assertThat(get("/rs%20pec/x").body()).contains("is no name of a stream");
        for (String query : List.of("offset=newest", "offset=-1", "offset=0:1,0:2", "offset=99:1", "offset=sifxml.errors:0:1", "limit=0", "limit=x")) {
            assertThat(get("/rspec/names?" + query).statusCode()).as(query).isEqualTo(400);
        }
    }

    @Test
    void nothingOfATransactionIsSeenBeforeItIsCommitted() throws Exception {
        streams.make("not.yet");
        streams.writeAndAbort(messages("not.yet", 0, 10));
        assertThat(objects(get("/not/yet").body())).hasSize(1);
    }

    @Test
    void aFollowerGetsWhatWasThereAndWhatComesAndGoesOnAfterABreak() throws Exception {
        streams.make("followed.stream");
        streams.write(message("followed.stream", "k", "first"));
        String id;
        try (BufferedReader lines = follow(server, "/followed/stream", "Accept", "text/event-stream")) {
            assertThat(event(lines)).contains("\"data\":\"first\"");
            streams.write(message("followed.stream", "k", "second"));
            String second = event(lines);
            assertThat(second).contains("\"data\":\"second\"");
            id = second.substring("id: ".length(), second.indexOf('\n'));
        }
        streams.write(message("followed.stream", "k", "third"));
        try (BufferedReader lines = follow(server, "/followed/stream?follow", "Last-Event-ID", id)) {
            assertThat(event(lines)).contains("\"data\":\"third\"");
        }
    }

    /// One event: its lines up to the empty one.
    private static String event(BufferedReader lines) throws IOException {
        StringBuilder event = new StringBuilder();
        for (String line = lines.readLine(); line != null && !line.isEmpty(); line = lines.readLine()) {
            event.append(line).append('\n');
        }
        return event.toString();
    }

    @Test
    void showsThatItLivesWhenNothingComesAndEndsWhenTheServiceStops() throws Exception {
        streams.make("quiet.stream");
        ReadRoutes quiet = routes(new ReadLimits(1, 1, Duration.ofMillis(10), Duration.ofMillis(500)));
        try (WebServer other = serve(quiet);
                BufferedReader lines = follow(other, "/quiet/stream?follow")) {
            assertThat(lines.readLine()).isEqualTo(": ");
            HttpResponse<String> second = client.send(request(other, "/quiet/stream?follow"), BodyHandlers.ofString());
            assertThat(second.statusCode()).isEqualTo(503);
            assertThat(second.headers().firstValue("Retry-After")).isPresent();
            quiet.close();
            while (lines.readLine() != null) {
                // Heartbeats until the end.
            }
            assertThat(client.send(request(other, "/quiet/stream?follow"), BodyHandlers.ofString()).statusCode()).isEqualTo(503);
        }
    }

    @Test
    void aFollowerThatLeavesGivesItsPlaceBack() throws Exception {
        streams.make("left.stream");
        ReadRoutes narrow = routes(new ReadLimits(1, 1, Duration.ofMillis(10), Duration.ofMillis(500)));
        try (WebServer other = serve(narrow)) {
            follow(other, "/left/stream?follow").close();
            int status = 503;
            for (int tries = 0; tries < 100 && status == 503; tries++) {
                HttpResponse<InputStream> answer = client.send(request(other, "/left/stream?follow"), BodyHandlers.ofInputStream());
                status = answer.statusCode();
                answer.body().close();
                Thread.sleep(100);
            }
            assertThat(status).isEqualTo(200);
            narrow.close();
        }
    }

    @Test
    void asksTheReaderToComeAgainWhileTheBrokerIsAway() throws Exception {
        ReadLog untold = new ReadLog();
        try (ReadRoutes lonely = new ReadRoutes(new BrokerAddress("127.0.0.1:1", Map.of()), untold, ReadLimits.USUAL);
                WebServer other = serve(lonely)) {
            HttpResponse<String> answer = client.send(request(other, "/away/stream"), BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        }
        assertThat(untold.lines()).isEmpty();
    }

    @Test
    void whatIsZippedIsTheSame() throws Exception {
        streams.make("zipped.stream");
        streams.write(messages("zipped.stream", 0, 2_000));
        HttpResponse<byte[]> answer =
                client.send(request(server, "/zipped/stream", "Accept-Encoding", "gzip"), BodyHandlers.ofByteArray());
        assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
        try (InputStream plain = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
            assertThat(objects(new String(plain.readAllBytes(), StandardCharsets.UTF_8))).hasSize(2_001);
        }
    }

    @Test
    void aHeadRequestReadsNothing() throws Exception {
        streams.make("head.only");
        HttpRequest head = HttpRequest.newBuilder(URI.create(server.address() + "/head/only?follow")).HEAD().build();
        assertThat(client.send(head, BodyHandlers.discarding()).statusCode()).isEqualTo(200);
        assertThat(log.lines()).doesNotContain("stream head.only");
    }

    @Test
    void theJournalKnowsOfEveryReadingOfPersonalData() throws Exception {
        streams.make("kept.secret", "kept.secret.none", "kept.secret.extreme");
        get("/kept/secret");
        get("/kept/secret/none");
        get("/filtered/kept/secret/none");
        get("/kept/secret/extreme");
        assertThat(log.lines().stream().filter(line -> line.contains("kept.secret")))
                .containsExactly("stream kept.secret", "stream kept.secret.none", "stream kept.secret.none");
    }

    @Test
    void aPageOfAStreamIsEscapedAndShowsWhatWasTakenOut() throws Exception {
        streams.make("rspec.test.low");
        streams.write(
                message("rspec.test.low", 0, "k0", "<A>ZZREDACTED</A>\n<B c='1582-10-15'>\"&</B>"), message("rspec.test.low", 3, "k3", "x"));
        HttpResponse<String> answer = get("/filtered/rspec/test/low");
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(answer.body())
                .contains("{:data=>\"<div class='record'>&lt;A&gt;<span class='redacted'>REDACTED</span>&lt;/A&gt;<br/>"
                        + "&lt;B c=&#39;<span class='redacted'>REDACTED</span>&#39;&gt;&quot;&amp;&lt;/B&gt;</div>\", :key=>\"k0\", :consumer_offset=>0")
                .contains("<div class='record'>x</div>")
                .contains("{:advice=>\"Start consuming from 0:2,3:2\"}");
        assertThat(get("/filtered/rspec/test;jsessionid=1/low?offset=nonsense").body()).doesNotContain("record");
    }

    @Test
    void fact39EveryLineOfAnErrorIsFramed() throws Exception {
        streams.write(message("csv.errors", "test", "0:1:0 Old\nbefore anybody listened\n"));
        try (BufferedReader lines = follow(server, "/csverrors")) {
            for (String topic : ERRORS) {
                streams.write(message(topic, "test", "0:1:0 " + topic + "\nRow: 2\n"));
                assertThat(event(lines)).isEqualTo("data: 0:1:0 " + topic + "\ndata: Row: 2\ndata: \n");
            }
        }
    }

    @Test
    void errorsAsJsonAreThoseOfTheHeaderAndGoOnAfterABreak() throws Exception {
        ProducerRecord<byte[], byte[]> error = message("sifxml.errors", "k", "0:1:0 XSD Validation Error\ntext\n");
        error.headers().add(new RecordHeader("weir-error", Streams.bytes("{\"ordinal\":0,\"type\":\"XSD Validation Error\"}")));
        String id;
        try (BufferedReader lines = follow(server, "/csverrors?form=json")) {
            streams.write(error);
            String event = event(lines);
            assertThat(event).endsWith("\ndata: {\"ordinal\":0,\"type\":\"XSD Validation Error\"}\n");
            id = event.substring("id: ".length(), event.indexOf('\n'));
        }
        streams.write(message("naplan.srm_errors", "k", "0:1:4 SRM Validation\nx\n"));
        try (BufferedReader lines = follow(server, "/csverrors?form=json", "Last-Event-ID", id)) {
            assertThat(event(lines)).contains("data: {\"text\":\"0:1:4 SRM Validation\\nx\\n\"}");
        }
    }

    @Test
    void whoeverMayOnlyPostIsToldWhereErrorsAreAndNothingOfWhatTheySay() throws Exception {
        ProducerRecord<byte[], byte[]> error = message("sifxml.errors", "k", "0:2:7 XSD Validation Error\nCanary\n");
        error.headers().add(new RecordHeader("weir-error", Streams.bytes("{\"ordinal\":0,\"total\":2,\"record_id\":\"Canary\","
                + "\"type\":\"XSD Validation Error\",\"text\":\"'Canary' is not a valid value\",\"line\":7,\"content\":\"Canary\"}")));
        error.headers().add(new RecordHeader("weir-document", Streams.bytes("d1")));
        ReadRoutes own = routes(ReadLimits.USUAL);
        try (WebServer publishers = serve(own, new Caller.Person("p", Set.of(new Grant(Role.PUBLISHER, ""))));
                WebServer others = serve(own, new Caller.Person("e", Set.of(new Grant(Role.ENGINEER, ""))))) {
            int journalled = log.lines().size();
            try (BufferedReader lines = follow(publishers, "/csverrors")) {
                streams.write(error, message("csv.errors", "k", "0:1:0 Old\nCanary\n"));
                List<String> events = List.of(event(lines), event(lines));
                assertThat(events).anyMatch(event -> event.contains(
                        "data: {\"document\":\"d1\",\"ordinal\":0,\"total\":2,\"line\":7,\"type\":\"XSD Validation Error\"}"));
                assertThat(events.toString()).doesNotContain("Canary");
            }
            assertThat(log.lines()).hasSize(journalled);
            assertThat(client.send(request(others, "/csverrors"), BodyHandlers.ofString()).statusCode()).isEqualTo(403);
            own.close();
        }
    }
}
