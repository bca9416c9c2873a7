package weir.app.service;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import tools.jackson.databind.JsonNode;
import weir.platform.json.Json;

/// The service as a program sees it. Safe for many threads.
final class Client {

    /// Who does not answer within this time hangs.
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private static final Set<String> WORK = Set.of("check-delivery", "make-share", "publish-outputs", "make-reports");

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final String address;

    Client(String address) {
        this.address = address;
    }

    /// An answer with its body as text.
    record Answer(int status, String body, String mediaType, Optional<String> retryAfter) {

        JsonNode json() {
            return Json.read(body, JsonNode.class);
        }

        boolean isProblem() {
            return mediaType.equals("application/problem+json") && json().path("status").asInt() == status;
        }
    }

    Answer get(String path) throws IOException {
        return send(request(path).build());
    }

    Answer handIn(String organisation, String file, byte[] content) throws IOException {
        return send(request(deliveries(organisation, file)).POST(BodyPublishers.ofByteArray(content)).build());
    }

    static String deliveries(String organisation, String file) {
        return "/v1/deliveries?organisation=" + organisation + "&file=" + URLEncoder.encode(file, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).timeout(LONGEST);
    }

    /// Waits as it is told when it asks too often, as every client should.
    private Answer send(HttpRequest request) throws IOException {
        Answer answer = sendOnce(request);
        while (answer.status() == 429) {
            pause(Duration.ofSeconds(Long.parseLong(answer.retryAfter().orElse("1"))));
            answer = sendOnce(request);
        }
        return answer;
    }

    private static void pause(Duration time) throws InterruptedIOException {
        try {
            TimeUnit.MILLISECONDS.sleep(time.toMillis());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("The test was interrupted.");
        }
    }

    private Answer sendOnce(HttpRequest request) throws IOException {
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(
                    response.statusCode(),
                    response.body(),
                    response.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", ""),
                    response.headers().firstValue("Retry-After"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("The test was interrupted.");
        }
    }

    boolean isReady() {
        try {
            return get("/health/ready").status() == 200;
        } catch (IOException _) {
            return false;
        }
    }

    /// What `/health` says of a part: `up` or `down`.
    String health(String part) throws IOException {
        for (JsonNode one : get("/health").json().path("parts")) {
            if (one.path("name").asString().equals(part)) {
                return one.path("status").asString();
            }
        }
        return "missing";
    }

    /// All deliveries of an organisation.
    List<JsonNode> deliveries(String organisation) throws IOException {
        return all("/v1/deliveries?organisation=" + organisation + "&limit=1000", "before", "deliveries");
    }

    List<JsonNode> journal() throws IOException {
        return all("/v1/journal?", "after", "entries");
    }

    private List<JsonNode> all(String path, String cursor, String name) throws IOException {
        List<JsonNode> all = new ArrayList<>();
        JsonNode page = get(path).json();
        page.path(name).forEach(all::add);
        while (page.path("next").isString()) {
            page = get(path + "&" + cursor + "=" + page.path("next").asString()).json();
            page.path(name).forEach(all::add);
        }
        return all;
    }

    /// How many jobs of deliveries and outputs are in one of these states, among the fifty newest. One answer shows one
    /// moment: asked state by state, a job would slip from one to the next in between.
    int jobs(String... states) throws IOException {
        return (int) get("/v1/jobs?state=" + String.join(",", states)).json().path("jobs").valueStream()
                .filter(job -> WORK.contains(job.path("kind").asString()))
                .count();
    }

    boolean isIdle() throws IOException {
        return jobs("waiting", "running", "failed-will-retry") == 0;
    }
}
