package weir.app.stream;

import java.io.ByteArrayOutputStream;
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
import java.time.Year;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import weir.app.WeirProgram;
import weir.app.serve.RunningService;
import weir.app.settings.ServiceSettings;
import weir.engine.organisation.Organisations;
import weir.stream.sif.SifGenerator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/// What means harm, or is only far too much, sent to a running service over HTTP. After each the service goes on: a good document
/// passes to its levels and into the memory, and nothing is left of what was refused.
///
/// With `-Dweir.long=true` the largest document has 500 MB.
final class HostilePostsTest {

    private static final int LARGEST = Boolean.getBoolean("weir.long") ? 500_000_000 : 12_000_000;
    private static final String NAMESPACE = "http://www.sifassociation.org/au/datamodel/3.4";
    private static final String ROOT = "<StudentPersonals xmlns=\"" + NAMESPACE + "\">";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private static Path temporary;

    private static RunningService service;
    private static HttpClient client;
    private static int good;

    @BeforeAll
    static void start() {
        service = RunningService.on(
                temporary.resolve("data"),
                Organisations.read(WeirProgram.root().resolve("datasets/organisations.yaml")),
                settings -> settings.with(ServiceSettings.ROLES, "web,stream,worker,scheduler", "test")
                        .with(ServiceSettings.STREAM_BULK, LARGEST + "B", "test"));
        client = HttpClient.newHttpClient();
    }

    @AfterAll
    static void stop() {
        client.close();
        service.close();
    }

    @AfterEach
    void goesOn() throws Exception {
        String stream = "/good/s" + good++;
        byte[] students = students(1, good);
        assertThat(post(stream, "application/xml", students).statusCode()).isEqualTo(202);
        awaitOn(stream + "/extreme", "<StudentPersonal");
        String text = new String(students, StandardCharsets.UTF_8);
        String id = text.substring(text.indexOf("RefId=\"") + 7).substring(0, 36);
        awaitOn("/sms/find?id=" + id, "<StudentPersonal");
        try (Stream<Path> left = Files.list(temporary.resolve("data/stream/posted"))) {
            assertThat(left).isEmpty();
        }
        try (Stream<Path> left = Files.list(temporary.resolve("data/stream/spool"))) {
            assertThat(left).isEmpty();
        }
        assertThat(service.get("/health")).contains("\"name\":\"streams\",\"status\":\"up\"", "\"name\":\"memory\",\"status\":\"up\"");
    }

    private static byte[] students(int count, long seed) throws IOException {
        ByteArrayOutputStream document = new ByteArrayOutputStream();
        new SifGenerator(new SplittableRandom(seed), Year.of(2017), List.of("48096")).writeStudents(count, document);
        return document.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static HttpResponse<String> post(String path, String type, byte[] body) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(service.streamAddress() + path))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(body))
                .build(), BodyHandlers.ofString());
    }

    private static String read(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(service.streamAddress() + path)).build(), BodyHandlers.ofString()).body();
    }

    /// What is taken in is seen a moment later.
    private static void awaitOn(String path, String... texts) {
        await(path).atMost(PATIENCE).until(() -> {
            String found = read(path);
            return Arrays.stream(texts).allMatch(found::contains);
        });
    }

    /// A document, the topic on which its error is told, and what the error says; no topic for one that is refused at the door.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Bad(String name, String type, byte[] body, String errors, String words) {

        static Bad xml(String name, String body, String words) {
            return new Bad(name, "application/xml", bytes(body), "/sifxml/errors", words);
        }

        static Bad json(String name, String body) {
            return new Bad(name, "application/json", bytes(body), "", "Nothing of it was kept");
        }

        static Bad csv(String name, byte[] body, String words) {
            return new Bad(name, "text/csv", body, "/csv/errors", words);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Bad> badDocuments() {
        return List.of(
                Bad.xml("empty", "", "Premature end of data"),
                Bad.xml("blank", " \n\t ", "XML Well-Formedness Error"),
                Bad.xml("nul", ROOT + "\u0000</StudentPersonals>", "XML Well-Formedness Error"),
                Bad.xml("deep", ROOT + "<a>".repeat(100_000), "deeper or larger in one place"),
                Bad.xml("attributes", ROOT + "<StudentPersonal" + IntStream.range(0, 1_000_000).mapToObj(i -> " a" + i + "=\"\"")
                        .collect(Collectors.joining()) + "/></StudentPersonals>", "deeper or larger in one place"),
                Bad.xml("attribute", ROOT + "<StudentPersonal RefId=\"" + "a".repeat(10_000_000) + "\"/></StudentPersonals>",
                        "deeper or larger in one place"),
                Bad.xml("element", ROOT + "<StudentPersonal><LocalId>" + "a".repeat(4_900_000) + "</LocalId></StudentPersonal></StudentPersonals>",
                        "An object of the document is larger than"),
                Bad.xml("comment", ROOT + "<!--" + "a".repeat(4_900_000) + "--></StudentPersonals>", "An object of the document is larger than"),
                Bad.xml("bomb", "<!DOCTYPE a [<!ENTITY b \"" + "b".repeat(1_000) + "\">]><a>" + "&b;".repeat(1_000_000) + "</a>",
                        "A document type or an entity"),
                Bad.xml("prefixes", "<a" + IntStream.range(0, 60).mapToObj(i -> " xmlns:p" + i + "=\"" + "u".repeat(60_000) + "\"")
                        .collect(Collectors.joining()) + "><p0:StudentPersonal RefId=\"x\"/></a>", "Error"),
                Bad.json("jsonEmpty", ""),
                Bad.json("jsonDeep", "[".repeat(100_000) + "]".repeat(100_000)),
                Bad.json("jsonText", "[\"a\",\"" + "a".repeat(4_900_000) + "\"]"),
                Bad.json("jsonNumber", "[1," + "1".repeat(1_000_000) + "]"),
                Bad.json("jsonTwice", "{\"a\":1}{\"b\":2}"),
                new Bad("jsonBytes", "application/json", new byte[] {'[', '"', (byte) 0xff, '"', ']'}, "", "not JSON"),
                Bad.csv("csvCell", bytes("a,b\n1,\"" + "a".repeat(4_900_000) + "\"\n"), "unclosed_quote"),
                Bad.csv("csvRow", bytes("a,b\n1," + "a".repeat(4_900_000) + "\n"), "row_too_long"),
                Bad.csv("csvColumns", bytes("a,".repeat(100_000) + "\n" + "1,".repeat(100_000) + "\n"), "too_many_columns"),
                Bad.csv("csvEmpty", bytes(""), "blank_rows"),
                Bad.csv("csvBytes", new byte[] {'a', '\n', (byte) 0xff, '\n'}, "invalid_encoding"));
    }

    @ParameterizedTest
    @MethodSource("badDocuments")
    void nothingOfItIsTaken(Bad bad) throws Exception {
        boolean isLarge = bad.body().length > 1_000_000;
        HttpResponse<String> answer = post("/bad/" + bad.name() + (isLarge ? "/bulk" : ""), bad.type(), bad.body());
        if (bad.errors().isEmpty()) {
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains(bad.words()).hasSizeLessThan(500);
        } else {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
            awaitOn(bad.errors(), bad.words());
        }
        assertThat(read("/bad/" + bad.name() + (bad.type().equals("application/xml") ? "/none" : ""))).doesNotContain("\"data\"");
    }

    @Test
    void aPackedBodyIsRefused() throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(students(1, 7));
        }
        HttpResponse<String> answer = client.send(HttpRequest.newBuilder(URI.create(service.streamAddress() + "/bad/packed"))
                .header("Content-Type", "application/xml")
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(packed.toByteArray()))
                .build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(answer.body()).isEqualTo("Sorry content encoding gzip is not supported: send the document as it is.");
    }

    @Test
    void objectsOfOneIdAreAllOnTheStreamAndTheLastIsStored() throws Exception {
        String one = new String(students(1, 11), StandardCharsets.UTF_8);
        String object = one.substring(one.indexOf("<StudentPersonal "), one.indexOf("</StudentPersonals>"));
        String id = object.substring(object.indexOf("RefId=\"") + 7).substring(0, 36);
        String second = object.replaceFirst("<FamilyName>[^<]*<", "<FamilyName>Lastofall<");
        assertThat(post("/twice/students", "application/xml", bytes(one.replace(object, object + second))).statusCode()).isEqualTo(202);
        await().atMost(PATIENCE).until(() -> read("/twice/students/none").split(id, -1).length == 3);
        awaitOn("/sms/find?id=" + id, "Lastofall");
    }

    @Test
    void jsonIsKeptAsItIsWrittenWhateverStandsInIt() throws Exception {
        String[] values = {
            "{\"id\":\"\\u0000\",\"a\":1}", "{\"id\":\"" + "i".repeat(5_000) + "\"}", "{\"id\":{\"x\":[null]},\"__proto__\":1,\"a\":1,\"a\":2}",
            "1.10", "12345678901234567890.123456789", "1E+400", "\"\\ud800\""
        };
        assertThat(post("/odd/json", "application/json", bytes("[" + String.join(",", values) + "]")).statusCode()).isEqualTo(202);
        assertThat(post("/oneroster/users", "application/json", bytes("[{\"sourcedId\":\"\\u0000a\",\"label\":\"\\u0000\"}]")).statusCode())
                .isEqualTo(202);
        await().atMost(PATIENCE).until(() -> read("/odd/json").split("\"data\"", -1).length == values.length + 1);
        assertThat(read("/odd/json")).contains("\"data\":\"1.10\"", "\"data\":\"12345678901234567890.123456789\"", "\"data\":\"1E+400\"")
                .contains("{\\\"id\\\":{\\\"x\\\":[null]},\\\"__proto__\\\":1,\\\"a\\\":1,\\\"a\\\":2}");
    }

    @Test
    void oneByteMoreThanTheLargestIsRefusedAtOnce() throws Exception {
        try (Talk talk = Talk.begin("/limit/announced/bulk", "Content-Length: " + (LARGEST + 1))) {
            assertThat(talk.answer()).startsWith("HTTP/1.1 400 ").contains("Connection: close")
                    .endsWith("SSF does not accept messages over " + LARGEST / 1_000_000 + " MB in size.");
        }
        assertThat(read("/limit/announced")).isEqualTo("Sorry limit.announced is not a supported route.");
    }

    @Test
    void whatGrowsBeyondTheLargestIsRefusedAndNothingAppears() throws Exception {
        try (Talk talk = Talk.begin("/limit/chunked/bulk", "Transfer-Encoding: chunked")) {
            talk.sendChunks(LARGEST + 1_000_000);
            // Whoever sends on after the answer may find the connection gone, and the answer with it.
            assertThat(talk.answer()).satisfiesAnyOf(
                    answer -> assertThat(answer).isEmpty(), answer -> assertThat(answer).startsWith("HTTP/1.1 400 "));
        }
        assertThat(read("/limit/chunked")).isEqualTo("Sorry limit.chunked is not a supported route.");
    }

    @Test
    void whatBreaksOffAppearsNowhere() throws Exception {
        for (String length : List.of("Content-Length: 900000", "Transfer-Encoding: chunked")) {
            for (String door : List.of("/limit/broken", "/limit/broken/bulk")) {
                try (Talk talk = Talk.begin(door, length)) {
                    talk.send(length.startsWith("T") ? "40000\r\n" + ROOT : ROOT);
                }
            }
        }
        await("the service notices").atMost(PATIENCE).untilAsserted(() -> {
            try (Stream<Path> left = Files.list(temporary.resolve("data/stream/posted"))) {
                assertThat(left).isEmpty();
            }
        });
        assertThat(read("/limit/broken")).isEqualTo("Sorry limit.broken is not a supported route.");
    }

    @Test
    void aLengthThatIsTooSmallEndsTheDocumentThere() throws Exception {
        String document = new String(students(2, 13), StandardCharsets.UTF_8);
        try (Talk talk = Talk.begin("/limit/short/bulk", "Content-Length: " + document.length() / 2)) {
            talk.send(document);
            assertThat(talk.answer()).startsWith("HTTP/1.1 202 ").contains("HTTP/1.1 400 ");
        }
        awaitOn("/sifxml/errors", "Premature end of data");
        assertThat(read("/limit/short/none")).doesNotContain("\"data\"");
    }

    @Test
    void theLargestIsTaken() throws Exception {
        byte[] start = students(20, 17);
        try (Talk talk = Talk.begin("/limit/largest/bulk", "Content-Length: " + LARGEST)) {
            talk.send(new String(start, StandardCharsets.UTF_8));
            talk.sendComments(LARGEST - start.length);
            assertThat(talk.firstLine()).startsWith("HTTP/1.1 202 ");
        }
        await().atMost(PATIENCE.multipliedBy(5)).until(() -> read("/limit/largest/none").split("\"data\"", -1).length == 21);
    }

    /// A request over a connection of its own, byte by byte.
    private static final class Talk implements AutoCloseable {

        private static final int PIECE = 100_000;

        private final Socket socket;

        private Talk(Socket socket) {
            this.socket = socket;
        }

        static Talk begin(String path, String length) throws IOException {
            Talk talk = new Talk(new Socket(InetAddress.getLoopbackAddress(), URI.create(service.streamAddress()).getPort()));
            talk.send("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/xml\r\n" + length + "\r\n\r\n");
            return talk;
        }

        void send(String text) throws IOException {
            OutputStream out = socket.getOutputStream();
            out.write(bytes(text));
            out.flush();
        }

        void sendBlanks(long count) throws IOException {
            byte[] blanks = new byte[PIECE];
            Arrays.fill(blanks, (byte) ' ');
            OutputStream out = socket.getOutputStream();
            for (long left = count; left > 0; left -= PIECE) {
                out.write(blanks, 0, (int) Math.min(PIECE, left));
            }
            out.flush();
        }

        /// Sends so many bytes of comments.
        void sendComments(long count) throws IOException {
            OutputStream out = socket.getOutputStream();
            for (long left = count; left > 0; left -= PIECE) {
                int room = (int) Math.min(PIECE, left);
                out.write(bytes(room < 7 ? " ".repeat(room) : "<!--" + "x".repeat(room - 7) + "-->"));
            }
            out.flush();
        }

        /// Sends chunks until there are so many bytes, or nobody listens any more.
        void sendChunks(long count) {
            try {
                for (long sent = 0; sent < count; sent += PIECE) {
                    send(Integer.toHexString(PIECE) + "\r\n");
                    sendBlanks(PIECE);
                    send("\r\n");
                }
            } catch (IOException e) {
                assertThat(e.getMessage()).containsAnyOf("Broken pipe", "reset");
            }
        }

        String firstLine() throws IOException {
            byte[] line = new byte[15];
            return new String(line, 0, socket.getInputStream().readNBytes(line, 0, line.length), StandardCharsets.US_ASCII);
        }

        /// All that is said until the other side closes; nothing when it broke off.
        String answer() {
            try (InputStream in = socket.getInputStream()) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                return "";
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
