package weir.app.demo;

import java.io.IOException;
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
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import weir.engine.organisation.OrganisationCode;
import weir.platform.json.Json;

/// Hands files in at a running service as a program would, waits until they are done, and tells what came out.
final class ThroughService {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private static final Set<String> WORK = Set.of("check-delivery", "make-share", "publish-outputs", "make-reports");

    private final String address;
    private final OrganisationCode organisation;
    private final InstantSource clock;
    private final Consumer<String> say;
    private final HttpClient client = HttpClient.newHttpClient();

    ThroughService(String address, OrganisationCode organisation, InstantSource clock, Consumer<String> say) {
        this.address = address;
        this.organisation = organisation;
        this.clock = clock;
        this.say = say;
    }

    void handIn(Path returns) throws IOException, InterruptedException {
        List<Path> files = files(returns);
        int kept = 0;
        for (Path file : files) {
            kept += post(returns, file).path("is_new").asBoolean() ? 1 : 0;
        }
        boolean isSaidTwice = !post(returns, files.getFirst()).path("is_new").asBoolean();
        say.accept(String.format(Locale.ROOT, "     %d files handed in by HTTP, %d of them new%s.", files.size(), kept,
                isSaidTwice ? "; one handed in once more changed nothing" : ""));
        awaitChecked();
        sayDeliveries();
        sayOutputs();
        say.accept("     " + get("/v1/journal/verification").path("text").asString());
    }

    private static List<Path> files(Path returns) throws IOException {
        try (Stream<Path> walk = Files.walk(returns)) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private JsonNode post(Path returns, Path file) throws IOException, InterruptedException {
        String name = returns.relativize(file).toString().replace('\\', '/');
        String query = "organisation=" + organisation + "&file=" + URLEncoder.encode(name, StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/v1/deliveries?" + query))
                .POST(BodyPublishers.ofFile(file))
                .build();
        return answer(client.send(request, BodyHandlers.ofString()));
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        return answer(client.send(HttpRequest.newBuilder(URI.create(address + path)).build(), BodyHandlers.ofString()));
    }

    private static JsonNode answer(HttpResponse<String> response) throws IOException {
        JsonNode answer = Json.read(response.body(), JsonNode.class);
        if (response.statusCode() >= 300) {
            throw new IOException("The service answered " + response.statusCode() + ": " + answer.path("detail").asString());
        }
        return answer;
    }

    /// Until no work on deliveries waits or runs.
    private void awaitChecked() throws IOException, InterruptedException {
        Instant end = clock.instant().plus(PATIENCE);
        while (isBusy()) {
            if (clock.instant().isAfter(end)) {
                throw new IOException("The service is still busy after " + PATIENCE.toMinutes() + " minutes: look at /v1/jobs.");
            }
            Thread.sleep(PAUSE);
        }
    }

    private boolean isBusy() throws IOException, InterruptedException {
        for (JsonNode job : get("/v1/jobs?state=waiting,running,failed-will-retry").path("jobs")) {
            if (WORK.contains(job.path("kind").asString())) {
                return true;
            }
        }
        return false;
    }

    private void sayDeliveries() throws IOException, InterruptedException {
        long rows = 0;
        long errors = 0;
        List<String> refused = new ArrayList<>();
        for (JsonNode delivery : get("/v1/deliveries?limit=1000&organisation=" + organisation).path("deliveries")) {
            rows += delivery.path("rows_read").asLong();
            errors += delivery.path("errors").asLong();
            if (delivery.path("state").asString().equals("refused")) {
                refused.add(delivery.path("file").asString());
            }
        }
        say.accept(String.format(Locale.ROOT, "     Each was checked by a job: %,d rows, %,d errors, %d files refused.", rows, errors, refused.size()));
    }

    private void sayOutputs() throws IOException, InterruptedException {
        JsonNode files = get("/v1/outputs/PAN").path("files");
        long bytes = 0;
        for (JsonNode file : files) {
            bytes += file.path("bytes").asLong();
        }
        say.accept(String.format(Locale.ROOT, "     PAN may now read %d files, %,d bytes, published together.", files.size(), bytes));
    }
}
