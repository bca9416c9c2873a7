package weir.platform.access.door;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.http.OAuth2HttpRequest;
import no.nav.security.mock.oauth2.http.OAuth2HttpResponse;
import no.nav.security.mock.oauth2.http.Route;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import okhttp3.Headers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import weir.platform.access.signon.OpenIdSettings;
import weir.platform.secret.Secret;

import static org.assertj.core.api.Assertions.assertThat;

/// Signing on at a real provider in this process, the browser's part done by hand.
@ResourceLock(LogLines.LOG)
final class OpenIdTest {

    private static final String PUBLIC = "https://weir.example.org";
    private static final String COOKIE = "__Host-weir";
    private static final String CLIENT = "weir-client";
    private static final String SECRET = "swordfish of the provider";

    @TempDir
    private Path folder = Path.of(".");

    private MockOAuth2Server provider = new MockOAuth2Server();
    private final AtomicInteger keysAsked = new AtomicInteger();
    private RunningAccess running;
    private LogLines log;
    private Cookies cookies = new Cookies();

    @BeforeEach
    void start() {
        provider.start();
        log = LogLines.capture();
        OpenIdSettings settings = OpenIdSettings.of(URI.create(issuer()), CLIENT, Optional.of(Secret.of(SECRET)),
                Map.of("york-upload", List.of("uploader:YORK"), "region", List.of("analyst:PAN", "engineer")));
        running = RunningAccess.start(folder, URI.create(PUBLIC), access -> access.withOpenId(settings));
    }

    @AfterEach
    void stop() {
        running.close();
        log.close();
        provider.shutdown();
    }

    private String issuer() {
        return provider.issuerUrl("weir").toString();
    }

    private void nextToken(String person, Map<String, Object> claims, long expirySeconds) {
        provider.enqueueCallback(new DefaultOAuth2TokenCallback("weir", person, "JWT", List.of(CLIENT), claims, expirySeconds));
    }

    private void nextToken(String person, String... groups) {
        nextToken(person, Map.of("groups", List.of(groups)), 3_600);
    }

    private HttpResponse<String> get(String path, String... more) {
        HttpRequest.Builder request = running.request(path);
        if (!cookies.header().isEmpty()) {
            request.header("Cookie", cookies.header());
        }
        HttpResponse<String> answer = running.send(more.length == 0 ? request : request.headers(more));
        cookies.take(answer);
        return answer;
    }

    /// Begins at our page and goes to the provider.
    /// @return where the provider sends the browser
    private URI throughTheProvider(String next) {
        HttpResponse<String> begun = get("/sign-in?next=" + next);
        assertThat(begun.statusCode()).isEqualTo(303);
        HttpResponse<String> authorised = running.send(HttpRequest.newBuilder(location(begun)));
        assertThat(authorised.statusCode()).isEqualTo(302);
        return location(authorised);
    }

    private static URI location(HttpResponse<String> answer) {
        return URI.create(answer.headers().firstValue("Location").orElseThrow());
    }

    private HttpResponse<String> comeBack(URI callback) {
        return get(callback.getRawPath() + "?" + callback.getRawQuery());
    }

    private HttpResponse<String> signOn() {
        return comeBack(throughTheProvider("%2Fpage"));
    }

    private void assertNotSignedOn(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(cookies.has(COOKIE)).isFalse();
        assertThat(running.events.lines()).noneMatch(line -> line.startsWith("signed in"));
    }

    @Test
    void aPersonSignsOnAndHasTheRolesOfTheirGroups() {
        nextToken("anna", "york-upload", "cleaners");
        HttpResponse<String> page = get("/page", "Accept", "text/html");
        assertThat(location(page).toString()).isEqualTo("/sign-in?next=%2Fpage");
        URI callback = throughTheProvider("%2Fpage");
        assertThat(callback.toString()).startsWith(PUBLIC + "/sign-in/callback?");
        HttpResponse<String> back = comeBack(callback);
        assertThat(back.statusCode()).isEqualTo(303);
        assertThat(location(back).toString()).isEqualTo("/page");
        assertThat(get("/v1/me").body()).contains("\"name\":\"anna\"", "[\"uploader:YORK\"]");
        assertThat(get("/deliveries/YORK").statusCode()).isEqualTo(200);
        assertThat(get("/deliveries/LEEDS").statusCode()).isEqualTo(404);
        assertThat(running.events.lines()).containsExactly("signed in anna");
    }

    @Test
    void theProviderIsAskedWithStateNonceAndAChallenge() {
        URI asked = location(get("/sign-in?next=%2F"));
        assertThat(asked.toString()).startsWith(issuer());
        assertThat(asked.getQuery()).contains("response_type=code", "code_challenge_method=S256", "code_challenge=", "nonce=",
                "state=", "client_id=" + CLIENT, "scope=openid+profile+email").doesNotContain(SECRET);
        assertThat(location(get("/sign-in?next=%2F")).getQuery()).isNotEqualTo(asked.getQuery());
    }

    @Test
    void whoHasNoRoleHereIsNotLetIn() {
        nextToken("anna", "cleaners");
        assertNotSignedOn(signOn(), 403);
        assertThat(running.events.lines()).containsExactly("refused no-role");
    }

    @Test
    void aTokenForSomebodyElseIsRefused() {
        nextToken("anna", Map.of("groups", List.of("region"), "aud", List.of("another-client")), 3_600);
        assertNotSignedOn(signOn(), 401);
    }

    @Test
    void aTokenPastItsTimeIsRefused() {
        nextToken("anna", Map.of("groups", List.of("region")), -3_600);
        assertNotSignedOn(signOn(), 401);
    }

    @Test
    void aTokenOfAnotherIssuerIsRefused() {
        nextToken("anna", Map.of("groups", List.of("region"), "iss", "https://evil.example.org"), 3_600);
        assertNotSignedOn(signOn(), 401);
    }

    @Test
    void aTokenWithAnotherNonceIsRefused() {
        nextToken("anna", "region");
        URI mine = throughTheProvider("%2F");
        running.database.change(transaction -> transaction.handle().execute("UPDATE weir.sign_on_attempt SET nonce = 'another'"));
        assertNotSignedOn(comeBack(mine), 401);
    }

    @Test
    void aCodeIsOfNoUseWithoutTheVerifierOfItsChallenge() {
        nextToken("anna", "region");
        URI mine = throughTheProvider("%2F");
        running.database.change(transaction -> transaction.handle()
                .execute("UPDATE weir.sign_on_attempt SET verifier = 'anotherverifieranotherverifieranotherverifier'"));
        assertNotSignedOn(comeBack(mine), 401);
    }

    @Test
    void aCallbackCountsOnceAndOnlyInTheBrowserThatBegan() {
        nextToken("anna", "region");
        URI callback = throughTheProvider("%2F");
        Cookies mine = cookies;
        cookies = new Cookies();
        assertNotSignedOn(comeBack(callback), 401);
        get("/sign-in");
        assertNotSignedOn(comeBack(callback), 401);
        cookies = mine;
        String attempt = cookies.value("__Host-weir-sign-on");
        assertThat(comeBack(callback).statusCode()).isEqualTo(303);
        cookies = new Cookies();
        cookies.put("__Host-weir-sign-on", attempt);
        assertThat(comeBack(callback).statusCode()).isEqualTo(401);
        assertThat(cookies.has(COOKIE)).isFalse();
    }

    @Test
    void anAttemptDoesNotWaitForEver() {
        nextToken("anna", "region");
        URI callback = throughTheProvider("%2F");
        running.clock.pass(Duration.ofMinutes(11));
        assertNotSignedOn(comeBack(callback), 401);
    }

    @Test
    void whatTheProviderRefusesIsToldWithoutItsWords() {
        URI callback = throughTheProvider("%2F");
        String state = callback.getRawQuery().replaceAll(".*(state=[^&]+).*", "$1");
        HttpResponse<String> answer = get("/sign-in/callback?error=access_denied&error_description=swordfish&" + state);
        assertNotSignedOn(answer, 401);
        assertThat(answer.body()).doesNotContain("swordfish");
    }

    @Test
    void newKeysOfTheProviderAreFetchedWhenATokenNamesThem() throws Exception {
        JWKSet old = new JWKSet(new RSAKeyGenerator(2048).keyID("last year's").generate().toPublicJWK());
        publish(asked -> asked == 1 ? old : provider.getConfig().getTokenProvider().publicJwkSet("weir"));
        nextToken("anna", "region");
        assertThat(signOn().statusCode()).isEqualTo(303);
        assertThat(keysAsked).hasValue(2);
    }

    @Test
    void aTokenThatAnotherKeyHasSignedIsRefused() throws Exception {
        JWKSet others = new JWKSet(new RSAKeyGenerator(2048).keyID("weir").generate().toPublicJWK());
        publish(_ -> others);
        nextToken("anna", "region");
        assertNotSignedOn(signOn(), 401);
    }

    /// Starts the provider anew with a set of keys of the test's choice for each time it is asked.
    private void publish(IntFunction<JWKSet> keys) {
        stop();
        provider = new MockOAuth2Server(new OAuth2Config(), new Route() {
            @Override
            public boolean match(OAuth2HttpRequest request) {
                return request.getUrl().encodedPath().endsWith("/jwks");
            }

            @Override
            public OAuth2HttpResponse invoke(OAuth2HttpRequest request) {
                String body = keys.apply(keysAsked.incrementAndGet()).toString();
                return new OAuth2HttpResponse(Headers.of("Content-Type", "application/json"), 200, body, null);
            }
        });
        start();
    }

    @Test
    void aProviderThatIsAwayIsToldAndTheServiceStays() {
        provider.shutdown();
        HttpResponse<String> answer = get("/sign-in?next=%2F");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(get("/healthcheck/").statusCode()).isEqualTo(200);
        provider = new MockOAuth2Server();
        provider.start();
    }

    @Test
    void signingOutGoesOnToTheProvider() {
        nextToken("anna", "region");
        signOn();
        String token = get("/page").body().replace("token=", "");
        HttpRequest.Builder out = running.request("/sign-out").POST(HttpRequest.BodyPublishers.noBody())
                .headers("Cookie", cookies.header(), "Origin", PUBLIC, "X-CSRF-Token", token);
        HttpResponse<String> gone = running.send(out);
        assertThat(gone.statusCode()).isEqualTo(303);
        assertThat(location(gone).toString()).startsWith(issuer()).contains("endsession", "post_logout_redirect_uri=https%3A%2F%2Fweir");
        assertThat(get("/v1/me").statusCode()).isEqualTo(401);
    }

    @Test
    void noCodeStateTokenOrSecretIsInTheLogs() {
        nextToken("anna", "region");
        URI callback = throughTheProvider("%2F");
        comeBack(callback);
        comeBack(callback);
        String code = callback.getRawQuery().replaceAll(".*code=([^&]+).*", "$1");
        String state = callback.getRawQuery().replaceAll(".*state=([^&]+).*", "$1");
        // The provider in this process logs what it likes; all others are ours to answer for.
        assertThat(log.all().stream().filter(line -> !line.contains(" no.nav.") && !line.contains(" okhttp3.")))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line)
                        .doesNotContain(code).doesNotContain(state).doesNotContain(SECRET).doesNotContain(cookies.value(COOKIE)));
    }
}
