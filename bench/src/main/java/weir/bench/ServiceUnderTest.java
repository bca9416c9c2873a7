package weir.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

import tools.jackson.databind.JsonNode;
import weir.platform.json.Json;
import weir.platform.net.FreePort;

/// `weir serve` as its launcher starts it, in a process of its own, with four workers and a data folder of its own, asked
/// over HTTP. The workers wait for the disk more than they compute.
final class ServiceUnderTest implements AutoCloseable {

    private static final Set<String> WORK = Set.of("check-delivery", "make-share", "publish-outputs", "make-reports");
    private static final String READY = "Ready after";
    private static final long POLL_MILLIS = 200;
    private static final String BOUNDARY = "weir-bench-part";

    private final Process process;
    private final String address;
    private final String streamAddress;
    private final HttpClient client = HttpClient.newHttpClient();

    private ServiceUnderTest(Process process, String address, String streamAddress) {
        this.process = process;
        this.address = address;
        this.streamAddress = streamAddress;
    }

    /// Starts one and waits until it answers.
    ///
    /// @param work gets the data folder, the settings and the log
    /// @param datasets the published datasets, with the organisations beside them
    static ServiceUnderTest start(Path work, Path datasets, String heap) throws IOException {
        return start(work, datasets, heap, "web,worker,scheduler", "");
    }

    /// The same with the streams.
    ///
    /// @param settings more settings of the streams, as `, schema: …`
    static ServiceUnderTest streaming(Path work, Path datasets, String heap, String settings) throws IOException {
        return start(work, datasets, heap, "web,stream,worker,scheduler", settings);
    }

    private static ServiceUnderTest start(Path work, Path datasets, String heap, String roles, String ofStreams)
            throws IOException {
        SplittableRandom random = new SplittableRandom();
        int port = FreePort.find(random);
        int streamPort = FreePort.find(random);
        Path settings = work.resolve("weir.yaml");
        Files.writeString(
                settings,
                """
                data: %s
                roles: %r
                web: {port: %d}
                stream: {port: %e%m}
                jobs: {workers: 4}
                """.replace("%s", work.resolve("data").toString())
                        .replace("%r", roles)
                        .replace("%d", Integer.toString(port))
                        .replace("%e", Integer.toString(streamPort))
                        .replace("%m", ofStreams),
                StandardCharsets.UTF_8);
        Path launcher = Path.of(System.getProperty("weir.home"), "weir");
        ProcessBuilder builder = new ProcessBuilder(launcher.toString(), "serve", "--settings", settings.toString())
                .redirectOutput(work.resolve("service.out").toFile());
        builder.environment().put("WEIR_HEAP", heap);
        builder.environment().put("WEIR_DATASETS", datasets.toString());
        Process process = builder.start();
        awaitReady(process, work.resolve("service.log"));
        return new ServiceUnderTest(process, "http://127.0.0.1:" + port, "http://127.0.0.1:" + streamPort);
    }

    /// What the service says goes into a file, from now to its end.
    private static void awaitReady(Process process, Path log) throws IOException {
        BufferedReader said = new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8));
        StringBuilder begun = new StringBuilder();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            begun.append(line).append('\n');
            if (line.contains(READY)) {
                Thread.ofPlatform().daemon().name("service-log").start(() -> keep(said, begun.toString(), log));
                return;
            }
        }
        throw new IllegalStateException("The service did not start. It said:\n" + begun);
    }

    private static void keep(BufferedReader said, String begun, Path log) {
        try (said; var out = Files.newBufferedWriter(log, StandardCharsets.UTF_8)) {
            out.write(begun);
            said.transferTo(out);
        } catch (IOException e) {
            // The service has ended, and what it said with it.
            return;
        }
    }

    /// Hands in all files of a folder as one delivery.
    ///
    /// @param returns the folder that the names of the files are told from
    void deliver(String organisation, Path returns, List<Path> files) throws IOException, InterruptedException {
        List<BodyPublisher> parts = new ArrayList<>();
        for (Path file : files) {
            String name = returns.relativize(file).toString().replace('\\', '/');
            parts.add(BodyPublishers.ofString(String.format(
                    Locale.ROOT,
                    "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: text/csv\r\n\r\n",
                    BOUNDARY, name)));
            parts.add(BodyPublishers.ofFile(file));
            parts.add(BodyPublishers.ofString("\r\n"));
        }
        parts.add(BodyPublishers.ofString("--" + BOUNDARY + "--\r\n"));
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/v1/deliveries?organisation=" + organisation))
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.concat(parts.toArray(BodyPublisher[]::new)))
                .build();
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException("The delivery of " + organisation + " was answered with " + answer.statusCode() + ".");
        }
    }

    /// Waits until nothing that follows from the deliveries is left to do.
    void awaitOutputs() throws IOException, InterruptedException {
        while (isBusy()) {
            if (!process.isAlive()) {
                throw new IllegalStateException("The service has ended before its work was done.");
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
    }

    private boolean isBusy() throws IOException, InterruptedException {
        for (JsonNode job : json("/v1/jobs?state=waiting,running,failed-will-retry").path("jobs")) {
            if (WORK.contains(job.path("kind").asString())) {
                return true;
            }
        }
        return false;
    }

    JsonNode json(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + path)).build();
        return Json.read(client.send(request, BodyHandlers.ofString()).body(), JsonNode.class);
    }

    /// The largest resident memory so far in MB (10^6 bytes), of the service and without the embedded database.
    double peakMega() {
        return Timed.peakOf(process.pid());
    }

    /// Where the stream listener is.
    String streamAddress() {
        return streamAddress;
    }

    /// What the service has taken of the processors so far, its start counted and the embedded database not.
    double processorSeconds() {
        return process.info().totalCpuDuration().map(time -> time.toMillis() / 1e3).orElse(0.0);
    }

    @Override
    public void close() {
        client.close();
        process.destroy();
        try {
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
