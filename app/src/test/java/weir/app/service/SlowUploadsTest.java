package weir.app.service;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Year;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.stream.sif.SifGenerator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/// Thousands of clients that begin to post and hardly go on: 10,000 with `-Dweir.long=true`, which needs `ulimit -n` of 12,000 for
/// the test and for the service.
final class SlowUploadsTest {

    private static final int CLIENTS = Boolean.getBoolean("weir.long") ? 10_000 : 2_000;
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    @TempDir
    private Path temporary;

    @Test
    void areLimitedToldToComeAgainAndCutOffWhileOthersAreServed() throws Exception {
        int port = Place.freePort();
        String listener = "http://127.0.0.1:" + port;
        Place place = Place.in(temporary).with("WEIR_ROLES", "web,stream,worker,scheduler").with("WEIR_STREAM_PORT", port)
                .with("WEIR_STREAM_POSTS_AT_ONCE", CLIENTS / 4 * 32 + "KB");
        try (RunningWeir running = RunningWeir.start(place);
                HttpClient client = HttpClient.newHttpClient();
                SlowClients slow = SlowClients.start(port, CLIENTS, number -> head(port, number))) {
            assertThat(post(client, listener)).isEqualTo(202);
            await("their beginning").atMost(PATIENCE).until(() -> slow.begun() > CLIENTS / 2);
            assertThat(get(client, listener + "/health/live")).contains("\"live\":true");
            // Whoever comes again as told is taken, also while they drip.
            assertThat(post(client, listener)).isEqualTo(202);
            await("what was posted").atMost(PATIENCE)
                    .until(() -> get(client, listener + "/quick/students/none?limit=1").contains("consumer_offset"));
            await("their end").atMost(PATIENCE).until(slow::areEnded);

            SortedMap<String, Integer> ends = slow.ends();
            assertThat(ends.values().stream().mapToInt(Integer::intValue).sum()).as("%s", ends).isEqualTo(CLIENTS);
            assertThat(ends).as("limited, or cut off for being slow").containsKeys("503 retry", "408");
            assertThat(ends.keySet()).isSubsetOf("503 retry", "408", "cut");
            assertThat(post(client, listener)).isEqualTo(202);
            assertThat(get(client, listener + "/slow/students")).startsWith("Sorry slow.students is not a supported route.");
            try (Stream<Path> left = Files.list(place.data().resolve("stream/posted"))) {
                assertThat(left).isEmpty();
            }
            assertThat(running.process().isAlive()).isTrue();
        }
        assertThat(place.said()).doesNotContain("OutOfMemory", "Too many open files", " ERROR ");
    }

    /// Every tenth is at the door for large documents, and every third does not say how much it will send.
    private static String head(int port, int number) {
        return "POST /slow/students" + (number % 10 == 0 ? "/bulk" : "") + " HTTP/1.1\r\nHost: 127.0.0.1:" + port
                + "\r\nContent-Type: application/xml\r\n"
                + (number % 3 == 0 ? "Transfer-Encoding: chunked\r\n\r\n40000\r\n" : "Content-Length: 20000\r\n\r\n");
    }

    /// As a client does it: it comes again when it is told so.
    private static int post(HttpClient client, String listener) throws IOException, InterruptedException {
        int status = 503;
        for (int times = 0; status == 503 && times < 240; times++) {
            TimeUnit.MILLISECONDS.sleep(times == 0 ? 0 : 500);
            HttpRequest request = HttpRequest.newBuilder(URI.create(listener + "/quick/students"))
                    .header("Content-Type", "application/xml")
                    .POST(BodyPublishers.ofByteArray(student()))
                    .build();
            status = client.send(request, BodyHandlers.discarding()).statusCode();
        }
        return status;
    }

    private static byte[] student() throws IOException {
        ByteArrayOutputStream document = new ByteArrayOutputStream();
        new SifGenerator(new SplittableRandom(1), Year.of(2017), List.of("48096")).writeStudents(1, document);
        return document.toByteArray();
    }

    private static String get(HttpClient client, String address) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString()).body();
    }
}
