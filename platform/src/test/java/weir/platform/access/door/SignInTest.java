package weir.platform.access.door;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weir.platform.access.Grant;
import weir.platform.secret.Secret;

import static org.assertj.core.api.Assertions.assertThat;

/// Signing in with a name and a password, sessions, forms and keys, over HTTP.
@ResourceLock(LogLines.LOG)
final class SignInTest {

    private static final String PUBLIC = "https://weir.example.org";
    private static final String PASSWORD = "correct horse battery";
    private static final String COOKIE = "__Host-weir";
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    @TempDir
    private Path folder = Path.of(".");

    private RunningAccess running;
    private LogLines log;
    private Cookies cookies = new Cookies();

    @BeforeEach
    void start() throws Exception {
        log = LogLines.capture();
        running = RunningAccess.start(folder, URI.create(PUBLIC), settings -> settings.withSignOn(SignOn.LOCAL));
        running.access.users().add("admin", "anna", Secret.of(PASSWORD), Set.of(Grant.parse("uploader:YORK")));
    }

    @AfterEach
    void stop() {
        running.close();
        log.close();
    }

    private HttpResponse<String> get(String path, String... more) {
        HttpResponse<String> answer = running.send(with(running.request(path), more));
        cookies.take(answer);
        return answer;
    }

    private HttpResponse<String> post(String path, String body, String... more) {
        var request = running.request(path).POST(HttpRequest.BodyPublishers.ofString(body))
                .header("Content-Type", "application/x-www-form-urlencoded");
        HttpResponse<String> answer = running.send(with(request, more));
        cookies.take(answer);
        return answer;
    }

    private HttpRequest.Builder with(HttpRequest.Builder request, String... more) {
        if (!cookies.header().isEmpty()) {
            request.header("Cookie", cookies.header());
        }
        return more.length == 0 ? request : request.headers(more);
    }

    private static String field(String name, String value) {
        return "&" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private String formToken(String path) {
        Matcher token = TOKEN.matcher(get(path).body());
        assertThat(token.find()).isTrue();
        return token.group(1);
    }

    private HttpResponse<String> signIn(String name, String password, String next) {
        return post("/sign-in", "_csrf=" + formToken("/sign-in") + field("name", name) + field("password", password) + field("next", next),
                "Origin", PUBLIC);
    }

    private String pageToken() {
        return get("/page").body().replace("token=", "");
    }

    @Test
    void aPageLeadsToTheSignInAndBack() {
        HttpResponse<String> first = get("/page?a=1", "Accept", "text/html");
        assertThat(first.statusCode()).isEqualTo(303);
        assertThat(first.headers().firstValue("Location")).hasValue("/sign-in?next=%2Fpage%3Fa%3D1");
        HttpResponse<String> form = get("/sign-in?next=%2Fpage%3Fa%3D1");
        assertThat(form.body()).contains("<label for=\"name\">", "<label for=\"password\">", "value=\"/page?a=1\"");
        HttpResponse<String> in = signIn("anna", PASSWORD, "/page?a=1");
        assertThat(in.statusCode()).isEqualTo(303);
        assertThat(in.headers().firstValue("Location")).hasValue("/page?a=1");
        assertThat(get("/page").statusCode()).isEqualTo(200);
        assertThat(get("/v1/me").body()).contains("\"name\":\"anna\"", "\"kind\":\"person\"", "uploader:YORK");
        assertThat(running.events.lines()).contains("signed in anna");
    }

    @Test
    void aProgramIsToldAndNotLedToAPage() {
        HttpResponse<String> answer = get("/v1/me");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
        assertThat(answer.body()).contains("unknown-caller");
    }

    @Test
    void theCookieIsBoundToTheHostAndHiddenFromScripts() {
        signIn("anna", PASSWORD, "/");
        assertThat(cookies.line(COOKIE)).contains("; Path=/", "Secure", "HttpOnly", "SameSite=Lax").doesNotContain("Domain");
        assertThat(cookies.value(COOKIE)).hasSizeGreaterThanOrEqualTo(43);
        assertThat(running.database.read(transaction -> transaction.handle()
                .createQuery("SELECT s::text FROM weir.session s").mapTo(String.class).list()).toString())
                .doesNotContain(cookies.value(COOKIE));
    }

    @Test
    void aWrongPasswordAndAnUnknownNameLookTheSame() {
        HttpResponse<String> wrong = signIn("anna", "not the password at all", "/");
        HttpResponse<String> unknown = signIn("nobody", PASSWORD, "/");
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(wrong.body()).contains("role=\"alert\"", "There is a problem", "<title>Error: ");
        assertThat(unknown.statusCode()).isEqualTo(401);
        assertThat(unknown.body().replaceAll("value=\"[^\"]*\"", "")).isEqualTo(wrong.body().replaceAll("value=\"[^\"]*\"", ""));
        assertThat(cookies.has(COOKIE)).isFalse();
        assertThat(running.events.lines()).contains("refused wrong-password");
    }

    @Test
    void guessingHasToWaitAndLocksNobodyElseOut() {
        for (int i = 0; i < 5; i++) {
            assertThat(signIn("anna", "guess number " + i, "/").statusCode()).isEqualTo(401);
        }
        HttpResponse<String> sixth = signIn("anna", PASSWORD, "/");
        assertThat(sixth.statusCode()).isEqualTo(429);
        assertThat(sixth.headers().firstValue("Retry-After")).hasValue("10");
        assertThat(signIn("ANNA", PASSWORD, "/").statusCode()).isEqualTo(429);
        assertThat(signIn("bert", "some password", "/").statusCode()).isEqualTo(401);
        running.clock.pass(Duration.ofSeconds(10));
        assertThat(signIn("anna", PASSWORD, "/").statusCode()).isEqualTo(303);
    }

    @Test
    void rightPasswordsDoNotCountAsGuesses() {
        for (int i = 0; i < 12; i++) {
            assertThat(signIn("anna", PASSWORD, "/").statusCode()).isEqualTo(303);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example.org/", "//evil.example.org", "/\\evil.example.org", "\\\\evil.example.org",
        "javascript:alert(1)", "/\t/evil.example.org", "evil", "", "/sign-out", "/a b", "/\u00e9"})
    void signingInLeadsNowhereElse(String next) {
        assertThat(signIn("anna", PASSWORD, next).headers().firstValue("Location")).hasValue("/");
    }

    @Test
    void theFormEscapesWhatWasTyped() {
        assertThat(signIn("\"><script>alert(1)</script>", "x", "/").body()).doesNotContain("<script>");
        assertThat(get("/sign-in?next=%2F%22%3E%3Cscript%3E").body()).doesNotContain("<script>");
    }

    @Test
    void anotherSiteCannotSignAPersonIn() {
        String fields = field("name", "anna") + field("password", PASSWORD);
        String token = formToken("/sign-in");
        assertThat(post("/sign-in", "_csrf=" + token + fields, "Origin", "https://evil.example.org").statusCode()).isEqualTo(403);
        assertThat(post("/sign-in", "_csrf=" + token + fields).statusCode()).isEqualTo(403);
        assertThat(post("/sign-in", fields, "Origin", PUBLIC).statusCode()).isEqualTo(403);
        cookies = new Cookies();
        assertThat(post("/sign-in", "_csrf=" + token + fields, "Origin", PUBLIC).statusCode()).isEqualTo(403);
    }

    @Test
    void changesNeedTheSessionsTokenAndOurOrigin() {
        signIn("anna", PASSWORD, "/");
        String token = pageToken();
        assertThat(post("/change", "", "Origin", PUBLIC).statusCode()).isEqualTo(403);
        assertThat(post("/change", "_csrf=" + token).statusCode()).isEqualTo(403);
        assertThat(post("/change", "_csrf=" + token, "Origin", "https://evil.example.org").statusCode()).isEqualTo(403);
        assertThat(post("/change", "_csrf=" + "A".repeat(86), "Origin", PUBLIC).statusCode()).isEqualTo(403);
        assertThat(post("/change", "_csrf=" + token, "Origin", PUBLIC).body()).isEqualTo("changed by anna");
        assertThat(post("/change", "", "Origin", PUBLIC, "X-CSRF-Token", token).statusCode()).isEqualTo(200);
        assertThat(pageToken()).as("masked anew for each page").isNotEqualTo(token);
    }

    @Test
    void theTokenOfOneSessionIsNoUseInAnother() {
        signIn("anna", PASSWORD, "/");
        String token = pageToken();
        cookies = new Cookies();
        signIn("anna", PASSWORD, "/");
        assertThat(post("/change", "_csrf=" + token, "Origin", PUBLIC).statusCode()).isEqualTo(403);
    }

    @Test
    void aFormOfFilesCarriesItsTokenInItsAddress() {
        signIn("anna", PASSWORD, "/");
        String token = pageToken();
        String body = "--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"a.csv\"\r\n\r\na\r\n--b--\r\n";
        var upload = running.request("/upload?_csrf=" + token).POST(HttpRequest.BodyPublishers.ofString(body))
                .header("Content-Type", "multipart/form-data; boundary=b");
        assertThat(running.send(with(upload, "Origin", PUBLIC)).statusCode()).isEqualTo(200);
        var bare = running.request("/upload").POST(HttpRequest.BodyPublishers.ofString(body))
                .header("Content-Type", "multipart/form-data; boundary=b");
        assertThat(running.send(with(bare, "Origin", PUBLIC)).statusCode()).isEqualTo(403);
    }

    @Test
    void signingInGivesANewSessionWhateverTheBrowserBrought() {
        cookies.put(COOKIE, "planted");
        signIn("anna", PASSWORD, "/");
        String first = cookies.value(COOKIE);
        assertThat(first).isNotEqualTo("planted");
        signIn("anna", PASSWORD, "/");
        assertThat(cookies.value(COOKIE)).isNotEqualTo(first);
        cookies.put(COOKIE, first);
        assertThat(get("/v1/me").statusCode()).isEqualTo(401);
    }

    @Test
    void theTokenChangesInTheCourseOfASessionAndTheOldOneEnds() {
        signIn("anna", PASSWORD, "/");
        String first = cookies.value(COOKIE);
        running.clock.pass(Duration.ofMinutes(16));
        assertThat(get("/v1/me").statusCode()).isEqualTo(200);
        String second = cookies.value(COOKIE);
        assertThat(second).isNotEqualTo(first);
        cookies.put(COOKIE, first);
        assertThat(get("/v1/me").statusCode()).as("a request already on its way").isEqualTo(200);
        running.clock.pass(Duration.ofSeconds(31));
        assertThat(get("/v1/me").statusCode()).isEqualTo(401);
        cookies.put(COOKIE, second);
        assertThat(get("/v1/me").statusCode()).isEqualTo(200);
    }

    @Test
    void aSessionEndsWhenItIsIdleAndAfterItsLongestTime() {
        signIn("anna", PASSWORD, "/");
        running.clock.pass(Duration.ofMinutes(29));
        assertThat(get("/v1/me").statusCode()).isEqualTo(200);
        running.clock.pass(Duration.ofMinutes(31));
        assertThat(get("/v1/me").statusCode()).isEqualTo(401);
        signIn("anna", PASSWORD, "/");
        for (int i = 0; i < 28; i++) {
            running.clock.pass(Duration.ofMinutes(25));
            assertThat(get("/v1/me").statusCode()).isEqualTo(200);
        }
        running.clock.pass(Duration.ofMinutes(21));
        assertThat(get("/v1/me").statusCode()).as("after 12 hours").isEqualTo(401);
        running.access.sweep();
        int left = running.database.read(transaction ->
                transaction.handle().createQuery("SELECT count(*) FROM weir.session").mapTo(Integer.class).one());
        assertThat(left).isZero();
    }

    @Test
    void signingOutEndsTheSessionOnTheServer() {
        signIn("anna", PASSWORD, "/");
        String token = cookies.value(COOKIE);
        assertThat(post("/sign-out", "_csrf=" + pageToken(), "Origin", PUBLIC).statusCode()).isEqualTo(303);
        assertThat(cookies.has(COOKIE)).isFalse();
        cookies.put(COOKIE, token);
        assertThat(get("/v1/me").statusCode()).isEqualTo(401);
        assertThat(running.events.lines()).contains("signed out anna");
    }

    @Test
    void signingOutEverywhereEndsEverySessionOfThePerson() {
        signIn("anna", PASSWORD, "/");
        Cookies laptop = cookies;
        cookies = new Cookies();
        signIn("anna", PASSWORD, "/");
        assertThat(post("/sign-out/everywhere", "_csrf=" + pageToken(), "Origin", PUBLIC).statusCode()).isEqualTo(303);
        cookies = laptop;
        assertThat(get("/v1/me").statusCode()).isEqualTo(401);
    }

    @Test
    void newRolesNewPasswordsAndRemovalHoldFromTheNextRequestOn() throws Exception {
        signIn("anna", PASSWORD, "/");
        assertThat(get("/deliveries/YORK").statusCode()).isEqualTo(200);
        running.access.users().setGrants("admin", "anna", Set.of(Grant.parse("viewer:LEEDS")));
        assertThat(get("/deliveries/YORK").statusCode()).isEqualTo(404);
        assertThat(get("/deliveries/LEEDS").statusCode()).isEqualTo(200);
        running.access.users().setPassword("admin", "anna", Secret.of("another long password"));
        assertThat(get("/v1/me").statusCode()).isEqualTo(401);
        signIn("anna", "another long password", "/");
        assertThat(get("/v1/me").statusCode()).isEqualTo(200);
        running.access.users().remove("admin", "anna");
        assertThat(get("/v1/me").statusCode()).isEqualTo(401);
    }

    @Test
    void whatARoleDoesNotAllowIsForbiddenAndWhatIsNotYoursIsNotThere() {
        signIn("anna", PASSWORD, "/");
        assertThat(get("/metrics").statusCode()).isEqualTo(403);
        assertThat(get("/v1/keys").statusCode()).isEqualTo(403);
        HttpResponse<String> foreign = get("/deliveries/LEEDS");
        assertThat(foreign.statusCode()).isEqualTo(404);
        assertThat(foreign.body()).contains("not-found").doesNotContain("LEEDS");
    }

    @Test
    void anAdministratorMakesListsAndRevokesKeys() throws Exception {
        running.access.users().setGrants("admin", "anna", Set.of(Grant.parse("administrator")));
        signIn("anna", PASSWORD, "/");
        String token = pageToken();
        HttpResponse<String> made = post("/v1/keys",
                "{\"kind\":\"api\",\"organisation\":\"YORK\",\"opens\":[\"uploader:YORK\"],\"description\":\"x\"}",
                "Origin", PUBLIC, "X-CSRF-Token", token);
        assertThat(made.statusCode()).isEqualTo(201);
        String key = made.body().replaceAll(".*\"secret\":\"([^\"]+)\".*", "$1");
        String id = made.body().replaceAll(".*\"id\":\"([^\"]+)\".*", "$1");
        assertThat(get("/v1/keys").body()).contains(id).doesNotContain(key);
        HttpResponse<String> me = running.get("/v1/me", "Authorization", "Bearer " + key);
        assertThat(me.body()).contains("\"kind\":\"program\"", id);
        assertThat(running.post("/upload", "a", "Authorization", "Bearer " + key).statusCode()).isEqualTo(200);
        assertThat(running.get("/v1/keys", "Authorization", "Bearer " + key).statusCode()).isEqualTo(403);
        var delete = running.request("/v1/keys/" + id).DELETE();
        assertThat(running.send(with(delete, "Origin", PUBLIC, "X-CSRF-Token", token)).statusCode()).isEqualTo(204);
        assertThat(running.get("/v1/me", "Authorization", "Bearer " + key).statusCode()).isEqualTo(401);
    }

    @Test
    void aKeyThatIsAskedForWronglyIsNotMade() throws Exception {
        running.access.users().setGrants("admin", "anna", Set.of(Grant.parse("administrator")));
        signIn("anna", PASSWORD, "/");
        String token = pageToken();
        for (String body : List.of("", "{}", "[]", "{\"kind\":\"api\"}",
                "{\"kind\":\"api\",\"organisation\":\"Y K\",\"opens\":[\"engineer\"],\"description\":\"x\"}",
                "{\"kind\":\"api\",\"organisation\":\"YORK\",\"opens\":[\"king\"],\"description\":\"x\"}",
                "{\"kind\":\"api\",\"organisation\":\"YORK\",\"opens\":[],\"description\":\"x\"}",
                "{\"kind\":\"api\",\"organisation\":\"YORK\",\"opens\":[\"engineer\"],\"description\":\"x\",\"days\":0}",
                "{\"kind\":\"door\",\"organisation\":\"YORK\",\"opens\":[\"engineer\"],\"description\":\"x\"}")) {
            HttpResponse<String> answer = post("/v1/keys", body, "Origin", PUBLIC, "X-CSRF-Token", token);
            assertThat(answer.statusCode()).as(body).isEqualTo(400);
            assertThat(answer.body()).contains("key-refused");
        }
        assertThat(running.access.keys().list()).isEmpty();
    }

    @Test
    void noKeyTokenOrPasswordIsInLogsOrAnswers() throws Exception {
        String secret = "swordfish swordfish";
        HttpResponse<String> wrong = signIn("anna", secret, "/");
        HttpResponse<String> bearer = running.get("/v1/me?key=swordfish", "Authorization", "Bearer weir_swordfish");
        HttpResponse<String> form = post("/change?a=swordfish", "_csrf=swordfish", "Origin", PUBLIC);
        signIn("anna", PASSWORD, "/");
        String all = wrong.body() + bearer.body() + form.body() + String.join("\n", log.all());
        assertThat(all).doesNotContain("swordfish").doesNotContain(PASSWORD).doesNotContain(cookies.value(COOKIE));
        assertThat(log.all()).anySatisfy(line -> assertThat(line).contains("A sign-in was refused. reason=wrong-password"));
    }
}
