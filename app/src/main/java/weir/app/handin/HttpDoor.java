package weir.app.handin;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

import tools.jackson.databind.JsonNode;
import weir.app.terminal.CountedStream;
import weir.app.terminal.WrongUse;
import weir.platform.json.Json;
import weir.platform.secret.Secret;

/// A service at an address.
final class HttpDoor implements Door {

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Set<String> ABOUT_THE_FILE = Set.of("unknown-file", "body-too-large");
    private static final int WAITS = 20;

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT).build();
    private final String address;
    private final Optional<Secret> key;

    /// @param address such as `https://weir.example.org`
    /// @param key     an API key; empty where whoever sits at the machine may do everything
    HttpDoor(URI address, Optional<Secret> key) {
        this.address = address.toString().replaceAll("/+$", "");
        this.key = key;
    }

    @Override
    public JsonNode handIn(String organisation, Optional<String> delivery, String name, Path file, LongConsumer progress)
            throws IOException {
        String path = "/v1/deliveries?organisation=" + encoded(organisation) + "&file=" + encoded(name)
                + delivery.map(id -> "&delivery=" + id).orElse("");
        return Json.read(send(request(path).POST(BodyPublishers.ofInputStream(() -> {
            try {
                return new CountedStream(new BufferedInputStream(Files.newInputStream(file)), progress);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }))), JsonNode.class);
    }

    @Override
    public JsonNode deliveries(String organisation, int limit) throws IOException {
        String path = "/v1/deliveries?organisation=" + encoded(organisation) + "&limit=" + limit;
        return Json.read(send(request(path)), JsonNode.class).path("deliveries");
    }

    @Override
    public JsonNode delivery(String id) throws IOException {
        return Json.read(send(request("/v1/deliveries/" + encoded(id))), JsonNode.class);
    }

    @Override
    public JsonNode returns(String organisation) throws IOException {
        return Json.read(send(request("/v1/returns?organisation=" + encoded(organisation))), JsonNode.class).path("returns");
    }

    @Override
    public String returnReport(String organisation, String dataset, String period, String form) throws IOException {
        return send(request("/v1/returns/" + encoded(dataset) + "/" + encoded(period) + "/report?organisation="
                + encoded(organisation) + "&form=" + form));
    }

    @Override
    public String report(String delivery, int number, String form) throws IOException {
        return send(request("/v1/deliveries/" + encoded(delivery) + "/report?file=" + number + "&form=" + form));
    }

    @Override
    public JsonNode withdraw(String organisation, String dataset, Optional<String> period) throws IOException {
        String path = "/v1/withdrawals?organisation=" + encoded(organisation) + "&dataset=" + encoded(dataset)
                + period.map(text -> "&period=" + encoded(text)).orElse("");
        return Json.read(send(request(path).POST(BodyPublishers.noBody())), JsonNode.class);
    }

    /// The service does it.
    @Override
    public void work() {}

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path));
        key.ifPresent(token -> request.header("Authorization", "Bearer " + token.reveal()));
        return request;
    }

    /// Waits as it is told when it asks too often.
    private String send(HttpRequest.Builder request) throws IOException {
        HttpResponse<String> answer = sendOnce(request);
        for (int wait = 0; answer.statusCode() == 429 && wait < WAITS; wait++) {
            pause(answer.headers().firstValue("Retry-After").filter(text -> text.matches("[0-9]{1,3}")).orElse("1"));
            answer = sendOnce(request);
        }
        if (answer.statusCode() >= 300) {
            throw refused(answer);
        }
        return answer.body();
    }

    private static void pause(String seconds) throws InterruptedIOException {
        try {
            TimeUnit.SECONDS.sleep(Long.parseLong(seconds));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted. What was handed in by then is handed in.");
        }
    }

    private HttpResponse<String> sendOnce(HttpRequest.Builder request) throws IOException {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted. What was handed in by then is handed in.");
        } catch (IOException e) {
            throw new IOException("The service at " + address + " does not answer: check the address, and hand in again."
                    + " What it has already is not taken twice.", e);
        }
    }

    private static RuntimeException refused(HttpResponse<String> answer) {
        int status = answer.statusCode();
        boolean isProblem =
                answer.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json");
        if (!isProblem) {
            return new DoorRefused("The address answers HTTP " + status + " and does not seem to be Weir: check it.", false);
        }
        JsonNode problem = Json.read(answer.body(), JsonNode.class);
        String sentence = problem.path("title").asString("") + ": " + problem.path("detail").asString("");
        boolean isAboutTheFile = ABOUT_THE_FILE.contains(problem.path("code").asString(""));
        return status == 400 && !isAboutTheFile ? new WrongUse(sentence) : new DoorRefused(sentence, isAboutTheFile);
    }

    @Override
    public void close() {
        http.close();
    }
}
