package weir.app.collect;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import weir.app.WeirProgram;
import weir.app.serve.RunningService;
import weir.app.settings.ServiceSettings;
import weir.engine.organisation.Organisations;
import weir.platform.json.Json;

import static org.assertj.core.api.Assertions.assertThat;

/// Several files handed in as one form. Each test hands in for an organisation of its own.
final class HandInTest {

    private static final String HEADER = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n%s,1,01/02/2010,WBRI,A1,,\n";

    @TempDir
    private static Path temporary = Path.of("");

    private static Optional<RunningService> running = Optional.empty();

    @BeforeAll
    static void start() {
        running = Optional.of(RunningService.on(
                temporary.resolve("data"),
                Organisations.read(WeirProgram.root().resolve("datasets/organisations.yaml")),
                settings -> settings.with(ServiceSettings.MAX_DELIVERY, "100KB", "test")));
    }

    @AfterAll
    static void stop() {
        service().close();
    }

    private static RunningService service() {
        return running.orElseThrow();
    }

    @Test
    void takesTheFilesOfAFormAsOneDelivery() throws IOException, InterruptedException {
        HttpResponse<String> answer = post("BAD", Map.of("2023/header.csv", header("a"), "2024/header.csv", header("b")));
        assertThat(answer.statusCode()).isEqualTo(201);
        String id = Json.read(answer.body(), JsonNode.class).path("id").asString();
        assertThat(answer.headers().firstValue("Location")).contains("/v1/deliveries/" + id);
        JsonNode delivery = service().json("/v1/deliveries/" + id);
        assertThat(delivery.path("files").valueStream().map(file -> file.path("file").asString()))
                .containsExactlyInAnyOrder("2023/header.csv", "2024/header.csv");
        assertThat(service().json("/v1/deliveries?organisation=BAD").path("deliveries").size()).isEqualTo(1);
    }

    @Test
    void answersWhatCannotBeTakenForItselfAndKeepsTheRest() throws IOException, InterruptedException {
        HttpResponse<String> answer = post("BAR", Map.of(
                "2023/header.csv", header("a"), "../header.csv", header("b"), "2024/large.csv", "x".repeat(200_000),
                "2024/header.csv", header("c")));
        assertThat(answer.statusCode()).isEqualTo(201);
        JsonNode whole = Json.read(answer.body(), JsonNode.class);
        assertThat(whole.path("files").valueStream().map(file -> file.path("file").asString() + " "
                        + file.path("is_new").asString("") + file.path("problem").path("code").asString("")))
                .containsExactlyInAnyOrder(
                        "2023/header.csv true", "../header.csv unknown-file", "2024/large.csv body-too-large", "2024/header.csv true");
        assertThat(service().json("/v1/deliveries/" + whole.path("id").asString()).path("files").size()).isEqualTo(2);
    }

    @Test
    void saysThatTheSameFormWasHandedInBefore() throws IOException, InterruptedException {
        Map<String, String> files = Map.of("2023/header.csv", header("a"), "2024/header.csv", header("b"));
        String first = Json.read(post("BEX", files).body(), JsonNode.class).path("id").asString();
        HttpResponse<String> again = post("BEX", files);
        assertThat(again.statusCode()).isEqualTo(200);
        JsonNode whole = Json.read(again.body(), JsonNode.class);
        assertThat(whole.path("id").asString()).isEqualTo(first);
        assertThat(whole.path("files").valueStream().map(file -> file.path("is_new").asBoolean())).containsOnly(false);
    }

    @Test
    void refusesAFormWithoutAFileAndOneOfNobody() throws IOException, InterruptedException {
        assertThat(post("BRE", Map.of()).body()).contains("no-file");
        assertThat(post("XXX", Map.of("2023/header.csv", header("a"))).body()).contains("unknown-organisation");
        HttpResponse<String> large = post("BRE", Map.of("2023/header.csv", "x".repeat(200_000)));
        assertThat(large.statusCode()).isEqualTo(413);
        assertThat(service().json("/v1/deliveries?organisation=BRE").path("deliveries").size()).isZero();
    }

    private static String header(String child) {
        return HEADER.replace("%s", child);
    }

    private static HttpResponse<String> post(String organisation, Map<String, String> files) throws IOException, InterruptedException {
        StringBuilder form = new StringBuilder("--b\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nno file");
        files.forEach((name, content) -> form.append("\r\n--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"")
                .append(name).append("\"\r\n\r\n").append(content));
        form.append("\r\n--b--\r\n");
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(service().address() + "/v1/deliveries?organisation=" + organisation))
                            .header("Content-Type", "multipart/form-data; boundary=b")
                            .POST(BodyPublishers.ofString(form.toString(), StandardCharsets.UTF_8))
                            .build(),
                    BodyHandlers.ofString());
        }
    }
}
