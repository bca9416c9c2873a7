package weir.platform.access.door;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import weir.platform.access.Door;
import weir.platform.access.Permission;
import weir.platform.access.SignOnMissing;
import weir.platform.access.key.ServiceKey;
import weir.platform.access.rate.Rate;
import weir.platform.access.rate.RateSettings;
import weir.platform.secret.Secret;
import weir.platform.web.Listener;
import weir.platform.web.Routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// A service on loopback that nobody signs on to: whoever sits at the machine, and nobody else.
final class DoorsTest {

    @TempDir
    private static Path folder = Path.of(".");

    private static RunningAccess running;

    @BeforeAll
    static void start() {
        running = RunningAccess.start(folder, URI.create("http://127.0.0.1:8080"), settings -> settings);
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @Test
    void whoeverSitsAtTheMachineIsTheAdministratorAndIsToldSo() {
        HttpResponse<String> me = running.get("/v1/me");
        assertThat(me.statusCode()).isEqualTo(200);
        assertThat(me.body()).contains("\"kind\":\"local-administrator\"");
        assertThat(running.get("/deliveries/YORK").statusCode()).isEqualTo(200);
        assertThat(running.get("/metrics").statusCode()).isEqualTo(200);
    }

    @Test
    void whatComesThroughAProxyIsNotWhoeverSitsAtTheMachine() {
        for (String header : List.of("X-Forwarded-For", "Forwarded", "X-Real-IP", "X-Forwarded-Host")) {
            assertThat(running.get("/metrics", header, "for=203.0.113.7").statusCode()).as(header).isEqualTo(401);
        }
    }

    @ParameterizedTest
    @CsvSource({"localhost,200", "127.0.0.1:9999,200", "[::1]:8080,200", "evil.example.org,421", "localhost.evil.example.org:8080,421",
        "127.0.0.1.nip.io,421", "'',400", "127.0.0.1:8080,200"})
    void anotherNameThatLeadsHereIsRefused(String host, int status) throws IOException {
        assertThat(raw("GET /metrics HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")).isEqualTo(status);
    }

    /// The HTTP client of the JDK does not let a test choose its Host.
    private static int raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), running.server.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            InputStream answer = socket.getInputStream();
            String line = new String(answer.readAllBytes(), StandardCharsets.UTF_8).lines().findFirst().orElse("");
            return Integer.parseInt(line.split(" ", -1)[1]);
        }
    }

    @Test
    void anotherSiteChangesNothingThroughTheBrowserOfWhoeverSitsThere() {
        assertThat(running.post("/change", "", "Origin", "https://evil.example.org").statusCode()).isEqualTo(403);
        assertThat(running.post("/change", "", "Origin", "null").statusCode()).isEqualTo(403);
        assertThat(running.post("/change", "", "Sec-Fetch-Site", "cross-site").statusCode()).isEqualTo(403);
        assertThat(running.post("/change", "", "Sec-Fetch-Site", "same-site").statusCode()).isEqualTo(403);
        assertThat(running.post("/change", "", "Origin", "http://127.0.0.1:1").statusCode()).isEqualTo(403);
        assertThat(running.post("/change", "", "Origin", running.server.address(), "Sec-Fetch-Site", "same-origin").statusCode())
                .isEqualTo(200);
        assertThat(running.post("/change", "").body()).isEqualTo("changed by local administrator");
    }

    @Test
    void aRouteThatNamesNoDoorOrSeveralStaysShut() {
        assertThat(running.get("/forgotten").statusCode()).isEqualTo(500);
        assertThat(running.get("/undecided").statusCode()).isEqualTo(500);
        assertThat(running.get("/forgotten").body()).doesNotContain("open to all");
    }

    @Test
    void everyRouteOfAccessNamesItsDoor() {
        for (SignOn kind : List.of(SignOn.NONE, SignOn.LOCAL)) {
            AccessSettings settings = AccessSettings.usual(URI.create("http://127.0.0.1:8080"), folder).withSignOn(kind);
            assertThat(NamedRoute.of(open(settings).routes())).isNotEmpty().allSatisfy(route ->
                    assertThat(route.doors()).as("%s %s", route.method(), route.path()).hasSize(1));
        }
    }

    @Test
    void theListOfRoutesShowsWhichHaveForgottenTheirDoor() {
        Routes part = routes -> {
            routes.get("/a", _ -> {}, Permission.ADMINISTER);
            routes.post("/b", _ -> {});
        };
        assertThat(NamedRoute.of(List.of(part))).containsExactly(
                new NamedRoute("GET", "/a", Set.<Door>of(Permission.ADMINISTER)), new NamedRoute("POST", "/b", Set.of()));
    }

    private static Access open(AccessSettings settings, Listener... listeners) {
        ServiceKey key = ServiceKey.of(Secret.of("a service key of more than 32 characters"), RunningAccess.RANDOM);
        return Access.open(settings, key, running.database, RunningAccess.RANDOM, running.clock, running.events, List.of(listeners));
    }

    @Test
    void aListenerThatOthersReachDoesNotOpenWithoutSignOn() {
        AccessSettings settings = AccessSettings.usual(URI.create("https://weir.example.org"), folder);
        Listener open = new Listener("web", "0.0.0.0", 8080);
        assertThatThrownBy(() -> open(settings, new Listener("stream", "127.0.0.1", 9292), open))
                .isInstanceOf(SignOnMissing.class)
                .hasMessageContaining("0.0.0.0").hasMessageContaining("access.sign-on");
        assertThat(open(settings.withSignOn(SignOn.LOCAL), open).routes()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/me", "/nowhere", "/forgotten", "/healthcheck/", "/test"})
    void everyAnswerCarriesTheSecurityHeaders(String path) {
        HttpResponse<String> answer = running.get(path);
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'").doesNotContain("unsafe");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(answer.headers().firstValue("Permissions-Policy")).isPresent();
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(answer.headers().firstValue("Strict-Transport-Security")).isEmpty();
    }

    @Test
    void overHttpsBrowsersAreToldToStayThere() {
        try (RunningAccess https = RunningAccess.start(folder, URI.create("https://weir.example.org"), settings -> settings)) {
            assertThat(https.get("/healthcheck/").headers().firstValue("Strict-Transport-Security")).isPresent();
        }
    }

    @Test
    void anAddressThatAsksTooMuchWaits() {
        RateSettings usual = RateSettings.usual();
        RateSettings few = new RateSettings(usual.caller(), new Rate(3, Duration.ofSeconds(5)), usual.signInFailed(),
                usual.signInFailedAddress(), usual.hawkFailed());
        try (RunningAccess narrow = RunningAccess.start(folder, URI.create("http://127.0.0.1:8080"), settings -> settings.withRates(few))) {
            for (int i = 0; i < 3; i++) {
                assertThat(narrow.get("/healthcheck/").statusCode()).isEqualTo(200);
            }
            HttpResponse<String> answer = narrow.get("/healthcheck/");
            assertThat(answer.statusCode()).isEqualTo(429);
            assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
            narrow.clock.pass(Duration.ofSeconds(5));
            assertThat(narrow.get("/healthcheck/").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aCallerThatAsksTooMuchWaits() {
        RateSettings usual = RateSettings.usual();
        RateSettings few = new RateSettings(new Rate(2, Duration.ofSeconds(5)), usual.address(), usual.signInFailed(),
                usual.signInFailedAddress(), usual.hawkFailed());
        try (RunningAccess narrow = RunningAccess.start(folder, URI.create("http://127.0.0.1:8080"), settings -> settings.withRates(few))) {
            narrow.get("/v1/me");
            narrow.get("/v1/me");
            assertThat(narrow.get("/v1/me").statusCode()).isEqualTo(429);
            assertThat(narrow.get("/healthcheck/").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void healthAnswersWithoutTheDatabase() {
        try (RunningAccess alone = RunningAccess.start(folder, URI.create("http://127.0.0.1:8080"), settings -> settings)) {
            alone.database.close();
            assertThat(alone.get("/healthcheck/").statusCode()).isEqualTo(200);
        }
    }
}
