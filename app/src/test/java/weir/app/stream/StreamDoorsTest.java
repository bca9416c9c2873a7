package weir.app.stream;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weir.app.WeirProgram;
import weir.app.serve.RunningService;
import weir.app.settings.ServiceSettings;
import weir.engine.organisation.Organisations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/// The doors of the streams, with what clients send them that they should not.
final class StreamDoorsTest {

    private static final String NAMESPACE = "http://www.sifassociation.org/au/datamodel/3.4";

    @TempDir
    private static Path temporary;

    private static RunningService service;
    private static HttpClient client;

    @BeforeAll
    static void start() {
        service = RunningService.on(
                temporary.resolve("data"),
                Organisations.read(WeirProgram.root().resolve("datasets/organisations.yaml")),
                settings -> settings.with(ServiceSettings.ROLES, "web,stream,worker,scheduler", "test"));
        client = HttpClient.newHttpClient();
    }

    @AfterAll
    static void stop() {
        client.close();
        service.close();
    }

    private static HttpResponse<String> post(String path, String type, byte[] body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(service.streamAddress() + path))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private static HttpResponse<String> post(String path, String type, String body) throws IOException, InterruptedException {
        return post(path, type, body.getBytes(StandardCharsets.UTF_8));
    }

    private static String read(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(service.streamAddress() + path)).build(), BodyHandlers.ofString()).body();
    }

    /// What is taken in is seen a moment later.
    private static void awaitOn(String path, String... texts) {
        await(path).atMost(Duration.ofMinutes(1)).until(() -> {
            String found = read(path);
            return Arrays.stream(texts).allMatch(found::contains);
        });
    }

    @Test
    void refusesAMessageOverOneMegabyteInTheKnownWords() throws Exception {
        byte[] body = new byte[1_000_001];
        Arrays.fill(body, (byte) ' ');
        HttpResponse<String> answer = post("/rspec/test", "application/xml", body);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo(
                "SSF does not accept messages over 1 MB in size. Try the bulk uploader: rspec/test/bulk (limit: 500 MB)");
    }

    @Test
    void refusesAnotherTypeInTheKnownWords() throws Exception {
        for (String path : new String[] {"/rspec/test", "/rspec/test/bulk"}) {
            HttpResponse<String> answer = post(path, "text/plain", "x");
            assertThat(answer.statusCode()).isEqualTo(415);
            assertThat(answer.body()).isEqualTo("Sorry content type text/plain is not supported, must be one of: "
                    + "application/json - application/xml - text/csv");
        }
    }

    @ParameterizedTest
    @CsvSource({"/, 404", "/rspec, 404", "/..%2fetc/passwd, 400", "/rspec/a%2fb, 400", "/rspec/.., 400", "/rspec/te.st.low.x, 400",
            "/rspec/test.low, 400", "/sifxml/validated, 400", "/rspec/te%0ast, 400", "/-rspec/test, 400"})
    void takesNothingUnderANameThatIsNone(String path, int status) throws Exception {
        assertThat(post(path, "application/xml", "<a/>").statusCode()).as(path).isEqualTo(status);
    }

    @Test
    void saysOnTheTopicOfErrorsWhatIsWrongWithAnAcceptedDocument() throws Exception {
        assertThat(post("/wrong/root", "application/xml", "<Other xmlns=\"" + NAMESPACE + "\"/>").statusCode()).isEqualTo(202);
        assertThat(post("/wrong/form", "application/xml", "<StudentPersonals><StudentPersonal>").statusCode()).isEqualTo(202);
        assertThat(post("/wrong/bomb", "application/xml",
                "<!DOCTYPE a [<!ENTITY b \"bb\"><!ENTITY c \"&b;&b;&b;&b;\">]><a>&c;</a>").statusCode()).isEqualTo(202);
        assertThat(post("/wrong/outside", "application/xml",
                "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/hostname\">]><a>&b;</a>").statusCode()).isEqualTo(202);
        assertThat(post("/wrong/letters", "application/xml", new byte[] {'<', 'a', '>', (byte) 0xff, '<', '/', 'a', '>'}).statusCode())
                .isEqualTo(202);
        await().atMost(Duration.ofMinutes(1)).until(() -> {
            String errors = read("/sifxml/errors");
            return errors.split("XML Well-Formedness Error", -1).length > 4 && errors.contains("XSD Validation Error");
        });
    }

    @Test
    void putsTheTopicBeforeADocumentAsItCame() throws Exception {
        assertThat(post("/rspec/invoices", "application/xml", "<Invoices xmlns=\"" + NAMESPACE + "\"/>").statusCode()).isEqualTo(202);
        awaitOn("/sifxml/ingest", "\"TOPIC: rspec.invoices\\n<Invoices xmlns=\\\"" + NAMESPACE + "\\\"/>\"", "\"key\":\"rspec.invoices\"");
    }

    @Test
    void refusesWhatIsNoJson() throws Exception {
        HttpResponse<String> answer = post("/rspec/json", "application/json", "{\"a\":");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("not JSON");
    }

    @Test
    void takesAnObjectOfJsonAsOneMessageAndAnArrayAsMany() throws Exception {
        assertThat(post("/rspec/json", "application/json", "{\"test\":\"hello\",\"b\":[1,2]}").statusCode()).isEqualTo(202);
        assertThat(post("/rspec/json", "application/json", "[{\"x\":1},{\"x\":2}]").statusCode()).isEqualTo(202);
        awaitOn("/rspec/json", "{\\\"test\\\":\\\"hello\\\",\\\"b\\\":[1,2]}", "{\\\"x\\\":1}", "{\\\"x\\\":2}", "\"key\":\"json\"");
    }

    @Test
    void givesRowsOfCsvAsObjectsOfJson() throws Exception {
        assertThat(post("/rspec/csv", "text/csv", "label,value\ntest,hello\n").statusCode()).isEqualTo(202);
        awaitOn("/rspec/csv", "{\\\"label\\\":\\\"test\\\",\\\"value\\\":\\\"hello\\\",\\\"__linenumber\\\":1,"
                + "\\\"__linecontent\\\":\\\"test,hello\\\"");
        assertThat(post("/rspec/csvbad", "text/csv", "label,value\ntest,\"hello\n").statusCode()).isEqualTo(202);
        awaitOn("/csv/errors", "0:1:0 CSV Well-Formedness Validator\\nRow: 2");
        assertThat(read("/rspec/csvbad")).doesNotContain("hello");
    }

    @Test
    void keepsNothingOfABodyThatBreaksOffOrLiesAboutItsLength() throws Exception {
        for (String path : new String[] {"/broken/off", "/broken/off/bulk"}) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), URI.create(service.streamAddress()).getPort())) {
                OutputStream out = socket.getOutputStream();
                out.write(("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/xml\r\nContent-Length: 500000\r\n\r\n"
                        + "<StudentPersonals xmlns=\"" + NAMESPACE + "\"></StudentPersonals>").getBytes(StandardCharsets.US_ASCII));
                out.flush();
                socket.shutdownOutput();
                try (InputStream in = socket.getInputStream()) {
                    assertThat(new String(in.readAllBytes(), StandardCharsets.US_ASCII)).doesNotContain(" 202 ");
                }
            }
        }
        try (var left = Files.list(temporary.resolve("data/stream/posted"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void healthAndMetricsTellOfTheStreamsAsTheirPageSays() throws Exception {
        String page = Files.readString(WeirProgram.root().resolve("docs/reference/metrics.md"));
        assertThat(service.get("/health"))
                .contains("\"name\":\"streams\",\"status\":\"up\"", "\"name\":\"memory\",\"status\":\"up\"");
        assertThat(post("/metrics/json", "application/json", "[1,2,3]").statusCode()).isEqualTo(202);
        assertThat(post("/metrics/xml", "application/xml", "<a/>").statusCode()).isEqualTo(202);
        await().atMost(Duration.ofMinutes(1)).until(() -> metric("weir_memory_taken_messages_total") >= 3
                && metric("weir_stream_processed_messages_total") >= 1
                && metric("weir_memory_lag_messages") == 0 && metric("weir_stream_lag_messages") == 0);
        Set<String> shown = names("(?m)^# TYPE (weir_\\w+?)(?:_max)? ", service.get("/metrics"));
        assertThat(names("`(weir_\\w+)`", page)).containsAll(shown);
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertThat(names("(?m)^# TYPE (weir_\\w+?)(?:_max)? ", service.get("/metrics")))
                .containsAll(names("`(weir_\\w+)`", page)));
    }

    private static double metric(String name) throws IOException, InterruptedException {
        return service.get("/metrics").lines().filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1))).findFirst().orElse(-1);
    }

    private static Set<String> names(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    @Test
    void takesAFormWithItsFileBeforeItsFields() throws Exception {
        String body = """
                --b
                Content-Disposition: form-data; name="file"; filename="a.json"

                [{"id":7}]
                --b
                Content-Disposition: form-data; name="mimetype"

                application/json
                --b
                Content-Disposition: form-data; name="topic_menu"

                rspec/form
                --b--
                """.replace("\n", "\r\n");
        HttpResponse<String> answer = post("/fileupload", "multipart/form-data; boundary=b", body);
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.body()).isEqualTo("File read successfully");
        awaitOn("/rspec/form", "{\\\"id\\\":7}");
        awaitOn("/sms/find?id=rspec.form::7", "{\\\"id\\\":7}");
        String flushing = body.replace("--b--", "--b\r\nContent-Disposition: form-data; name=\"flush\"\r\n\r\non\r\n--b--").replace("7", "8");
        assertThat(post("/fileupload", "multipart/form-data; boundary=b", flushing).statusCode()).isEqualTo(202);
        awaitOn("/sms/find?id=rspec.form::8", "{\\\"id\\\":8}");
        assertThat(read("/sms/find?id=rspec.form::7")).doesNotContain("{\\\"id\\\":7}");
        assertThat(post("/fileupload", "multipart/form-data; boundary=b", body.replace("rspec/form", "rs pec/form")).body())
                .isEqualTo("Topic rs pec malformed");
        assertThat(post("/fileupload", "multipart/form-data; boundary=b", body.replace("application/json", "text/x")).body())
                .isEqualTo("MIME type text/x not recognised");
    }
}
