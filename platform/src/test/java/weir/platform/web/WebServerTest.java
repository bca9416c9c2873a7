package weir.platform.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.random.RandomGenerator;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import weir.platform.outage.Unavailable;
import weir.platform.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class WebServerTest {

    private static final Listener ANYWHERE = new Listener("web", "127.0.0.1", 0);

    private final List<String> answered = Collections.synchronizedList(new ArrayList<>());
    private final HttpClient client = HttpClient.newHttpClient();

    private WebServer serve(Routes routes) {
        return WebServer.start(
                ANYWHERE,
                WebSettings.usual().withStopSilence(Duration.ofMillis(20)),
                RandomGenerator.getDefault(),
                (listener, method, route, status, _) -> answered.add(method + " " + route + " " + status),
                List.of(routes));
    }

    private HttpResponse<String> get(WebServer server, String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.address() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    @Test
    void answersWithTheIdOfTheRequestAndKeepsASafeOneOfTheSender() throws Exception {
        try (WebServer server = serve(routes -> routes.get("/hello", request -> request.result("hello")))) {
            assertThat(get(server, "/hello").headers().firstValue("X-Request-Id").orElseThrow()).matches("[0-9a-f]{16}");
            assertThat(get(server, "/hello", "X-Request-Id", "abcd-1234-efgh").headers().firstValue("X-Request-Id"))
                    .contains("abcd-1234-efgh");
            assertThat(get(server, "/hello", "X-Request-Id", "a b<script>").headers().firstValue("X-Request-Id").orElseThrow())
                    .matches("[0-9a-f]{16}");
        }
    }

    @Test
    void answersHeadAsGetWithoutTheBody() throws Exception {
        try (WebServer server = serve(routes -> routes.get("/hello", request -> request.result("hello")))) {
            HttpRequest head = HttpRequest.newBuilder(URI.create(server.address() + "/hello")).HEAD().build();
            HttpResponse<String> answer = client.send(head, BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEmpty();
            assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain");
        }
    }

    @Test
    void answersProblemsAsProblemJson() throws Exception {
        try (WebServer server = serve(routes -> routes
                .get("/refused", _ -> {
                    throw Problem.badRequest("unknown-dataset", "Which dataset?", "Name one of ssda903, cin.").refused();
                }))) {
            HttpResponse<String> refused = get(server, "/refused");
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
            assertThat(refused.body()).contains("\"code\":\"unknown-dataset\"", "\"detail\":\"Name one of ssda903, cin.\"");
            assertThat(get(server, "/nowhere").body()).contains("\"code\":\"not-found\"");
            assertThat(get(server, "/nowhere").statusCode()).isEqualTo(404);
        }
        assertThat(answered).contains("GET /refused 400", "GET none 404");
    }

    @Test
    void saysNothingOfWhatAnUnexpectedFailureSaid() throws Exception {
        try (WebServer server = serve(routes -> routes.get("/broken", _ -> {
            throw new IllegalStateException("duplicate key (name)=(Swordfish)");
        }))) {
            HttpResponse<String> broken = get(server, "/broken");
            assertThat(broken.statusCode()).isEqualTo(500);
            assertThat(broken.body()).doesNotContain("Swordfish").contains("\"code\":\"internal\"", "request_id");
        }
    }

    @Test
    void answersAsAlwaysWhenTheVirtualMachineFails() throws Exception {
        try (WebServer server = serve(routes -> routes.get("/broken", _ -> {
            throw new StackOverflowError("Swordfish");
        }))) {
            HttpResponse<String> broken = get(server, "/broken");
            assertThat(broken.statusCode()).isEqualTo(500);
            assertThat(broken.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
            assertThat(broken.body()).doesNotContain("Swordfish").contains("\"code\":\"internal\"", "request_id");
        }
    }

    /// Closed with bytes unread, a connection would be reset and the answer lost.
    @Test
    void isHeardByASenderItRefusesBeforeTheEndOfTheBody() throws Exception {
        byte[] body = new byte[8 << 20];
        try (WebServer server = serve(routes -> routes.post("/refused", _ -> {
            throw new Problem(413, "body-too-large", "The body is too large", "Send it in parts.").refused(Map.of("Connection", "close"));
        }))) {
            for (int i = 0; i < 20; i++) {
                try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
                    OutputStream out = socket.getOutputStream();
                    out.write(("POST /refused HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + body.length + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
                    out.write(body);
                    assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                            .startsWith("HTTP/1.1 413").contains("Send it in parts.");
                }
            }
        }
    }

    @Test
    void tellsTheCallerToComeAgainWhenADependencyIsAway() throws Exception {
        try (WebServer server = serve(routes -> routes.get("/away", _ -> {
            throw new Away();
        }))) {
            HttpResponse<String> away = get(server, "/away");
            assertThat(away.statusCode()).isEqualTo(503);
            assertThat(away.headers().firstValue("Retry-After")).contains("5");
        }
    }

    private static final class Away extends Unavailable {
        private static final long serialVersionUID = 1;

        private Away() {
            super("The store is away.", new IOException());
        }
    }

    @Test
    void refusesABodyThatIsAnnouncedTooLargeAndCutsOffOneThatTurnsOutToBe() throws Exception {
        try (WebServer server = serve(routes -> routes.post("/in", request -> {
            try (InputStream body = Body.of(request, DataSize.ofMegabytes(1))) {
                request.result(Long.toString(body.transferTo(OutputStream.nullOutputStream())));
            }
        }))) {
            URI in = URI.create(server.address() + "/in");
            byte[] fits = new byte[1 << 20];
            byte[] tooLarge = new byte[(1 << 20) + 1];
            assertThat(send(in, BodyPublishers.ofByteArray(fits))).isEqualTo("200 " + (1 << 20));
            assertThat(send(in, BodyPublishers.ofByteArray(tooLarge))).startsWith("413").contains("body-too-large");
            assertThat(send(in, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(tooLarge))))
                    .startsWith("413");
        }
    }

    private String send(URI address, HttpRequest.BodyPublisher body) throws Exception {
        HttpResponse<String> answer =
                client.send(HttpRequest.newBuilder(address).POST(body).build(), BodyHandlers.ofString());
        return answer.statusCode() + " " + answer.body();
    }

    @Test
    void streamsALargeBodyWithoutKeepingIt() throws Exception {
        long size = 300L << 20;
        try (WebServer server = serve(routes -> routes.post("/in", request -> {
            try (InputStream body = Body.of(request, DataSize.ofMegabytes(400))) {
                request.result(Long.toString(body.transferTo(OutputStream.nullOutputStream())));
            }
        }))) {
            String answer = send(URI.create(server.address() + "/in"), BodyPublishers.ofInputStream(() -> new Zeros(size)));
            assertThat(answer).isEqualTo("200 " + size);
        }
    }

    private static final class Zeros extends InputStream {
        private long left;

        private Zeros(long size) {
            this.left = size;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] into, int from, int length) {
            int given = (int) Math.min(length, left);
            left -= given;
            return given == 0 ? -1 : given;
        }
    }

    @Test
    void compressesWhatIsLongForWhoTakesIt() throws Exception {
        try (WebServer server = serve(routes -> routes.get("/long", request -> request.result("long ".repeat(10_000))))) {
            HttpResponse<String> answer = get(server, "/long", "Accept-Encoding", "gzip");
            assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
            assertThat(answer.body().length()).isLessThan(5_000);
        }
    }

    @Test
    void finishesWhatItAcceptedWhenItStops() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        WebServer server = serve(routes -> routes.get("/slow", request -> {
            begun.countDown();
            mayEnd.await();
            request.result("done");
        }));
        HttpRequest slow = HttpRequest.newBuilder(URI.create(server.address() + "/slow")).build();
        CompletableFuture<HttpResponse<String>> answer = client.sendAsync(slow, BodyHandlers.ofString());
        begun.await();
        Thread stopping = Thread.ofPlatform().start(server::close);
        mayEnd.countDown();
        assertThat(answer.get().body()).isEqualTo("done");
        stopping.join();
        assertThatThrownBy(() -> client.send(slow, BodyHandlers.ofString())).isInstanceOf(IOException.class);
    }

    @Test
    void isNotHeldUpByAConnectionOnWhichARequestEndsAsItStops() throws Exception {
        CountDownLatch mayEnd = new CountDownLatch(1);
        WebSettings patient = new WebSettings(
                DataSize.ofMegabytes(1), new DataSize(16 << 10), 100, Duration.ofHours(1), Duration.ofHours(1), Duration.ofMillis(20));
        WebServer server = WebServer.start(ANYWHERE, patient, RandomGenerator.getDefault(), (_, _, _, _, _) -> {}, List.of(
                routes -> routes.get("/answered", request -> {
                    request.res().setContentLength(4);
                    request.outputStream().write("done".getBytes(StandardCharsets.US_ASCII));
                    request.outputStream().flush();
                    mayEnd.await();
                })));
        int port = server.port();
        assertThat(get(server, "/answered").body()).isEqualTo("done");
        Thread stopping = Thread.ofPlatform().daemon().start(server::close);
        Awaitility.await("it stops").until(() -> !isListening(port));
        mayEnd.countDown();
        assertThat(stopping.join(Duration.ofSeconds(20))).as("it has stopped though the client keeps its connection").isTrue();
    }

    private static boolean isListening(int port) throws IOException {
        try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return true;
        } catch (ConnectException _) {
            return false;
        }
    }

    @Test
    void saysWhichPortItCannotHave() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Listener listener = new Listener("web", "127.0.0.1", taken.getLocalPort());
            assertThatThrownBy(() -> WebServer.start(
                            listener, WebSettings.usual(), RandomGenerator.getDefault(), (_, _, _, _, _) -> {}, List.of())
                    .close())
                    .isInstanceOf(ListenerFailed.class)
                    .hasMessageContaining("127.0.0.1:" + taken.getLocalPort());
        }
    }

    @Test
    void answersAMalformedRequestAndGoesOn() throws Exception {
        try (WebServer server = serve(routes -> routes.get("/hello", request -> request.result("hello")))) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
                socket.setSoTimeout((int) Duration.ofSeconds(20).toMillis());
                socket.getOutputStream().write("GET /hello HTTP/1.1\r\nHost: a\r\nX: ".getBytes(StandardCharsets.US_ASCII));
                socket.getOutputStream().write("y".repeat(40_000).getBytes(StandardCharsets.US_ASCII));
                socket.getOutputStream().write("\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                byte[] start = socket.getInputStream().readNBytes(12);
                assertThat(new String(start, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 431");
            }
            assertThat(get(server, "/hello").body()).isEqualTo("hello");
        }
    }
}
