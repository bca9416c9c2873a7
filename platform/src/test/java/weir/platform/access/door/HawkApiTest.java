package weir.platform.access.door;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import weir.platform.access.Grant;
import weir.platform.access.SettableClock;
import weir.platform.access.hawk.HawkClient;
import weir.platform.secret.Secret;

import static org.assertj.core.api.Assertions.assertThat;

/// The data API's door over HTTP, as its old clients meet it.
@ResourceLock(LogLines.LOG)
final class HawkApiTest {

    private static final URI PUBLIC = URI.create("https://data.example.org");
    private static final byte[] NOTHING = {};

    @TempDir
    private Path folder = Path.of(".");

    private RunningAccess running;
    private LogLines log;

    @BeforeEach
    void start() {
        log = LogLines.capture();
        running = RunningAccess.start(folder, PUBLIC, settings -> settings);
    }

    @AfterEach
    void stop() {
        running.close();
        log.close();
    }

    private HawkClient client(String id, Secret key) {
        return new HawkClient(id, key, running.clock, RandomGenerator.getDefault());
    }

    private HawkClient client(String id, String... scopes) {
        return client(id, running.hawkKey(id, scopes));
    }

    private static HawkClient.Signed sign(HawkClient client, String path) {
        return client.sign("GET", PUBLIC.resolve(path), "", NOTHING);
    }

    private HttpResponse<String> get(HawkClient client, String path) {
        return running.get(path, "Authorization", sign(client, path).authorization());
    }

    private static void assertRefused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().firstValue("WWW-Authenticate")).isEmpty();
        assertThat(answer.headers().firstValue("Server-Authorization")).isEmpty();
    }

    @Test
    void healthNeedsNoKey() {
        HttpResponse<String> answer = running.get("/healthcheck/");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"status\":\"OK\"}");
    }

    @Test
    void letsInWhatIsSignedAndSignsTheAnswer() {
        HawkClient client = client("iss1", "test");
        HawkClient.Signed request = sign(client, "/test?a=1&b=zz10%201zz%20%20");
        HttpResponse<String> answer = running.get("/test?a=1&b=zz10%201zz%20%20", "Authorization", request.authorization());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("OK");
        String signature = answer.headers().firstValue("Server-Authorization").orElseThrow();
        String type = answer.headers().firstValue("Content-Type").orElseThrow();
        assertThat(client.isGenuine(request, signature, type, "OK".getBytes(StandardCharsets.UTF_8))).isTrue();
        assertThat(client.isGenuine(sign(client, "/test"), signature, type, "OK".getBytes(StandardCharsets.UTF_8))).isFalse();
    }

    @Test
    void signsAnEmptyAnswerToo() {
        HawkClient client = client("iss1", "*");
        HawkClient.Signed request = sign(client, "/empty");
        HttpResponse<String> answer = running.get("/empty", "Authorization", request.authorization());
        String type = answer.headers().firstValue("Content-Type").orElse("");
        assertThat(client.isGenuine(request, answer.headers().firstValue("Server-Authorization").orElseThrow(), type, NOTHING))
                .isTrue();
    }

    @Test
    void refusesARequestWithoutAuthorizationWithNothingInTheAnswer() {
        assertRefused(running.get("/test"));
    }

    @Test
    void refusesAWrongKeyAnUnknownIdAndAnotherRequestsSignature() {
        Secret key = running.hawkKey("iss1", "test");
        assertRefused(get(client("iss1", Secret.of("another key of some length")), "/test"));
        assertRefused(get(client("nobody", key), "/test"));
        assertRefused(running.get("/test?b=2", "Authorization", sign(client("iss1", key), "/test?b=1").authorization()));
        assertRefused(running.post("/test", "", "Authorization", sign(client("iss1", key), "/test").authorization()));
    }

    @Test
    void goesByThePublicAddressAndNotByWhatARequestSaysOfItself() {
        HawkClient client = client("iss1", "test");
        String own = client.sign("GET", URI.create(running.url("/test")), "", NOTHING).authorization();
        assertRefused(running.get("/test", "Authorization", own));
        assertRefused(running.get("/test", "Authorization", own, "X-Forwarded-Host", "127.0.0.1"));
    }

    @Test
    void refusesATimeMoreThanSixtySecondsOff() {
        Secret key = running.hawkKey("iss1", "test");
        for (long seconds : new long[] {-300, -61, 61, 300}) {
            assertRefused(get(at(key, seconds), "/test"));
        }
        for (long seconds : new long[] {-60, 0, 60}) {
            assertThat(get(at(key, seconds), "/test").statusCode()).as("%d s off", seconds).isEqualTo(200);
        }
    }

    private HawkClient at(Secret key, long seconds) {
        SettableClock theirs = new SettableClock(running.clock.instant().plusSeconds(seconds));
        return new HawkClient("iss1", key, theirs, RandomGenerator.getDefault());
    }

    @Test
    void refusesANonceTheSecondTime() {
        String authorization = sign(client("iss1", "test"), "/test").authorization();
        assertThat(running.get("/test", "Authorization", authorization).statusCode()).isEqualTo(200);
        assertRefused(running.get("/test", "Authorization", authorization));
    }

    @Test
    void letsOneOfManyEqualRequestsInWhenTheyComeAtOnce() throws Exception {
        String authorization = sign(client("iss1", "test"), "/test").authorization();
        Callable<Integer> send = () -> running.get("/test", "Authorization", authorization).statusCode();
        try (var pool = Executors.newFixedThreadPool(16)) {
            int let = 0;
            for (Future<Integer> answer : pool.invokeAll(IntStream.range(0, 16).mapToObj(_ -> send).toList())) {
                let += answer.get() == 200 ? 1 : 0;
            }
            assertThat(let).isEqualTo(1);
        }
    }

    @Test
    void scopesOpenWhatTheyNameOrEverything() {
        assertThat(get(client("all", "*"), "/test").statusCode()).isEqualTo(200);
        assertThat(get(client("two", "other_endpoint", "test"), "/test").statusCode()).isEqualTo(200);
        assertRefused(get(client("other", "other_endpoint"), "/test"));
    }

    @Test
    void answersAHeaderThatIsNotHawksWithFourHundred() {
        for (String header : List.of("Bearer abc", "Hawk id=\"a\"", "Hawk swordfish=\"1\"")) {
            HttpResponse<String> answer = running.get("/test", "Authorization", header);
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).startsWith("{\"error\":\"").doesNotContain("swordfish");
        }
    }

    @Test
    void wantsTheHashOfABodyAndOfEveryWrite() {
        HawkClient client = client("iss1", "*");
        byte[] body = "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8);
        URI test = PUBLIC.resolve("/test");
        String right = client.sign("POST", test, "text/csv", body).authorization();
        HttpResponse<String> answer = running.post("/test", "a,b\n1,2\n", "Authorization", right, "Content-Type", "text/csv");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("a,b\n1,2\n");
        String changed = client.sign("POST", test, "text/csv", body).authorization();
        assertRefused(running.post("/test", "a,b\n1,3\n", "Authorization", changed, "Content-Type", "text/csv"));
        String otherType = client.sign("POST", test, "text/csv", body).authorization();
        assertRefused(running.post("/test", "a,b\n1,2\n", "Authorization", otherType, "Content-Type", "text/html"));
    }

    @Test
    void aGetWithNothingInItMayLeaveTheHashOut() {
        Secret key = running.hawkKey("iss1", "*");
        String plain = Unhashed.header("GET", PUBLIC.resolve("/test"), "iss1", key, running.clock.instant());
        assertThat(plain).doesNotContain("hash=");
        assertThat(running.get("/test", "Authorization", plain).statusCode()).isEqualTo(200);
        String typed = Unhashed.header("GET", PUBLIC.resolve("/test"), "iss1", key, running.clock.instant());
        assertRefused(running.get("/test", "Authorization", typed, "Content-Type", "text/plain"));
        String write = Unhashed.header("POST", PUBLIC.resolve("/test"), "iss1", key, running.clock.instant());
        assertRefused(running.post("/test", "", "Authorization", write));
    }

    @Test
    void revokingHoldsFromTheNextRequestOn() {
        HawkClient client = client("iss1", "*");
        assertThat(get(client, "/test").statusCode()).isEqualTo(200);
        assertThat(running.access.keys().revoke("anna", "iss1")).isTrue();
        assertRefused(get(client, "/test"));
        assertThat(running.events.lines()).contains("key revoked iss1 by anna");
    }

    @Test
    void refusesWhenTheDatabaseIsAwayAndLogsAnError() {
        HawkClient client = client("iss1", "*");
        assertThat(get(client, "/test").statusCode()).isEqualTo(200);
        running.database.close();
        assertRefused(get(client, "/test"));
        assertThat(log.errors()).anySatisfy(line -> assertThat(line).contains("could not be checked"));
    }

    @Test
    void noOtherDoorOpensIt() {
        String token = running.access.keys()
                .makeApiKey(running.keyRequest(), Set.of(Grant.parse("analyst:PAN")))
                .secret().reveal();
        assertThat(running.get("/test", "Authorization", "Bearer " + token).statusCode()).isEqualTo(400);
        assertRefused(running.get("/test"));
    }

    @Test
    void failuresOfOneAddressHaveToWait() {
        HawkClient wrong = client("nobody", Secret.of("a key that is not known here"));
        int refused = 0;
        while (get(wrong, "/test").statusCode() == 401) {
            refused++;
            assertThat(refused).isLessThanOrEqualTo(30);
        }
        HttpResponse<String> answer = get(wrong, "/test");
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
    }

    @Test
    void forgetsNoncesOnceTheyAreTooOldToMatter() {
        HawkClient client = client("iss1", "*");
        get(client, "/test");
        get(client, "/test");
        assertThat(nonces()).isEqualTo(2);
        running.clock.pass(Duration.ofMinutes(6));
        get(client, "/test");
        assertThat(nonces()).isEqualTo(1);
    }

    private int nonces() {
        return running.database.read(transaction ->
                transaction.handle().createQuery("SELECT count(*) FROM weir.hawk_nonce").mapTo(Integer.class).one());
    }

    @Test
    void showsNoKeyNoSignatureAndNoQueryInLogsAndAnswers() {
        Secret key = running.hawkKey("iss1", "*");
        HawkClient client = client("iss1", key);
        HawkClient.Signed request = sign(client, "/broken?postcode=swordfish");
        HttpResponse<String> broken = running.get("/broken?postcode=swordfish", "Authorization", request.authorization());
        assertThat(broken.statusCode()).isEqualTo(500);
        HttpResponse<String> refused = running.get("/test?postcode=swordfish", "Authorization", request.authorization());
        String mac = request.authorization().replaceAll(".*mac=\"([^\"]+)\".*", "$1");
        assertThat(broken.body() + refused.body() + String.join("\n", log.all()))
                .doesNotContain("swordfish").doesNotContain(key.reveal()).doesNotContain(mac);
        assertThat(log.all()).isNotEmpty();
    }
}
