package weir.platform.web;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

import org.junit.jupiter.api.Test;
import weir.platform.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

/// Forms over real HTTP.
final class MultipartTest {

    private static final String BOUNDARY = "a-boundary";

    private final List<String> names = Collections.synchronizedList(new ArrayList<>());
    private final List<byte[]> contents = Collections.synchronizedList(new ArrayList<>());

    @Test
    void givesEachPartWithItsNameAndItsBytesWhateverTheyAre() throws IOException, InterruptedException {
        SplittableRandom random = new SplittableRandom(42);
        for (int round = 0; round < 30; round++) {
            names.clear();
            contents.clear();
            List<byte[]> sent = new ArrayList<>();
            ByteArrayOutputStream form = new ByteArrayOutputStream();
            int parts = random.nextInt(1, 6);
            for (int part = 0; part < parts; part++) {
                sent.add(awkward(random));
                form.writeBytes(head("f" + part, "2024/ä file " + part + ".csv"));
                form.writeBytes(sent.getLast());
            }
            form.writeBytes(end());
            assertThat(post(BodyPublishers.ofByteArray(form.toByteArray()))).isEqualTo(200);
            assertThat(names).hasSize(parts).first().isEqualTo("f0 2024/ä file 0.csv");
            for (int part = 0; part < parts; part++) {
                assertThat(contents.get(part)).as("round %s, part %s", round, part).isEqualTo(sent.get(part));
            }
        }
    }

    /// Bytes in which what looks like a boundary begins again and again.
    private static byte[] awkward(SplittableRandom random) {
        byte[][] bits = {
            "\r\n".getBytes(StandardCharsets.US_ASCII),
            "--".getBytes(StandardCharsets.US_ASCII),
            "\r\n--a-bound".getBytes(StandardCharsets.US_ASCII),
            "a-boundary".getBytes(StandardCharsets.US_ASCII),
            new byte[] {0, -1, 13},
            new byte[random.nextInt(40_000)]
        };
        ByteArrayOutputStream made = new ByteArrayOutputStream();
        for (int bit = random.nextInt(12); bit > 0; bit--) {
            made.writeBytes(bits[random.nextInt(bits.length)]);
        }
        byte[] bytes = made.toByteArray();
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return text.contains("\r\n--" + BOUNDARY) || ("\r\n" + text).contains("\r\n--" + BOUNDARY) ? new byte[] {13} : bytes;
    }

    @Test
    void passesOverWhatIsNotReadOfAPart() throws IOException, InterruptedException {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        form.writeBytes(head("skipped", "large"));
        form.writeBytes(new byte[300_000]);
        form.writeBytes(head("f", "small"));
        form.writeBytes(new byte[] {1, 2, 3});
        form.writeBytes(end());
        assertThat(post(BodyPublishers.ofByteArray(form.toByteArray()))).isEqualTo(200);
        assertThat(names).containsExactly("skipped large", "f small");
        assertThat(contents).containsExactly(new byte[] {1, 2, 3});
    }

    @Test
    void holdsAFewBytesOfALargePartAtATime() throws IOException, InterruptedException {
        long size = Math.min(1L << 30, 2L * Runtime.getRuntime().maxMemory());
        InputStream zeros = new ZeroBytes(size);
        InputStream form = new SequenceInputStream(Collections.enumeration(List.of(
                new ByteArrayInputStream(head("counted", "x")), zeros, new ByteArrayInputStream(end()))));
        assertThat(post(BodyPublishers.ofInputStream(() -> form))).isEqualTo(200);
        assertThat(new String(contents.getFirst(), StandardCharsets.US_ASCII)).isEqualTo(Long.toString(size));
    }

    @Test
    void refusesAFormThatEndsTooEarlyOrIsNone() throws IOException, InterruptedException {
        byte[] whole = (new String(head("f", "x"), StandardCharsets.UTF_8) + "content").getBytes(StandardCharsets.UTF_8);
        assertThat(post(BodyPublishers.ofByteArray(whole))).isEqualTo(400);
        assertThat(post(BodyPublishers.ofByteArray(Arrays.copyOf(whole, 10)))).isEqualTo(400);
        assertThat(post(BodyPublishers.noBody())).isEqualTo(400);
    }

    private static byte[] head(String name, String file) {
        return ("\r\n--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"" + file
                + "\"\r\nContent-Type: text/csv\r\n\r\n").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] end() {
        return ("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8);
    }

    private int post(HttpRequest.BodyPublisher body) throws IOException, InterruptedException {
        Routes routes = config -> config.post("/form", request -> {
            Multipart form = Multipart.of(request, Body.of(request, new DataSize(1L << 50)), 10);
            for (Optional<Multipart.Part> part = form.next(); part.isPresent(); part = form.next()) {
                names.add(part.get().name() + " " + part.get().fileName().orElse(""));
                switch (part.get().name()) {
                    case "skipped" -> { }
                    case "counted" -> contents.add(Long.toString(part.get().content().transferTo(
                            OutputStream.nullOutputStream())).getBytes(StandardCharsets.US_ASCII));
                    default -> contents.add(part.get().content().readAllBytes());
                }
            }
        });
        try (WebServer server = WebServer.start(
                        new Listener("web", "127.0.0.1", 0),
                        WebSettings.usual().withStopSilence(Duration.ofMillis(20)),
                        RandomGenerator.getDefault(),
                        (_, _, _, _, _) -> { },
                        List.of(routes));
                HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(URI.create(server.address() + "/form"))
                            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                            .POST(body)
                            .build(),
                    BodyHandlers.ofString());
            return answer.statusCode();
        }
    }

    /// So many zeros.
    private static final class ZeroBytes extends InputStream {

        private long left;

        ZeroBytes(long size) {
            this.left = size;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] into, int from, int length) {
            if (left <= 0) {
                return -1;
            }
            int count = (int) Math.min(length, left);
            Arrays.fill(into, from, from + count, (byte) 0);
            left -= count;
            return count;
        }
    }
}
