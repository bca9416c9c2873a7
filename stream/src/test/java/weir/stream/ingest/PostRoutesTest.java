package weir.stream.ingest;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.platform.access.Caller;
import weir.platform.access.Grant;
import weir.platform.access.Role;
import weir.platform.broker.Broker;
import weir.platform.unit.DataSize;
import weir.platform.web.Listener;
import weir.platform.web.WebServer;
import weir.platform.web.WebSettings;
import weir.stream.read.Streams;
import weir.stream.topology.KnownStreams;
import weir.stream.topology.StreamTopics;

import static org.assertj.core.api.Assertions.assertThat;

/// Who may have the memory emptied with a file.
final class PostRoutesTest {

    private static final String BODY = """
            --b
            Content-Disposition: form-data; name="flush"

            on
            --b
            Content-Disposition: form-data; name="file"; filename="a.json"

            [1]
            --b
            Content-Disposition: form-data; name="mimetype"

            application/json
            --b
            Content-Disposition: form-data; name="topic_menu"

            flush/form
            --b--
            """.replace("\n", "\r\n");

    @TempDir
    private Path folder;

    @Test
    void aFileIsRefusedWhoseSenderMayNotFlush() throws Exception {
        Path posted = Files.createDirectories(folder.resolve("posted"));
        AtomicInteger flushed = new AtomicInteger();
        try (Streams streams = Streams.start(folder.resolve("broker"));
                Broker broker = Broker.open(streams.address(), Duration.ofSeconds(20));
                StreamProducers producers = new StreamProducers(streams.address(), "test", 1, Duration.ofSeconds(20))) {
            streams.make(StreamTopics.JSON_STORAGE);
            Intake intake = new Intake(
                    producers, new KnownStreams(broker, Duration.ofDays(1), 10), RandomGenerator.getDefault(), false);
            PostRoutes posts = new PostRoutes(
                    intake, new PostRoutes.Limits(
                            posted, new DataSize(1_000_000), new DataSize(1_000_000), 1, new DataSize(1)),
                    _ -> flushed.incrementAndGet(), System::nanoTime);
            HttpResponse<String> refused = upload(posts, new Caller.Person("p", Set.of(new Grant(Role.PUBLISHER, ""))));
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.body()).isEqualTo(
                    "Flushing needs the permission administer, and nothing was taken: send the file without it.");
            assertThat(flushed).hasValue(0);
            assertThat(broker.topics()).doesNotContain("flush.form");
            assertThat(upload(posts, new Caller.LocalAdministrator()).statusCode()).isEqualTo(202);
            assertThat(flushed).hasValue(1);
        }
        try (Stream<Path> left = Files.list(posted)) {
            assertThat(left).isEmpty();
        }
    }

    private static HttpResponse<String> upload(PostRoutes posts, Caller caller) throws IOException, InterruptedException {
        try (WebServer server = WebServer.start(
                        new Listener("stream", "127.0.0.1", 0), WebSettings.usual().withStopSilence(Duration.ofMillis(20)),
                        RandomGenerator.getDefault(), (_, _, _, _, _) -> { }, List.of(config -> config.before(caller::enter), posts));
                HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create(server.address() + "/fileupload"))
                    .header("Content-Type", "multipart/form-data; boundary=b")
                    .POST(BodyPublishers.ofString(BODY))
                    .build(), BodyHandlers.ofString());
        }
    }
}
