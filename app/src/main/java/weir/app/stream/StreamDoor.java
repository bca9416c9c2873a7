package weir.app.stream;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

import tools.jackson.databind.JsonNode;
import weir.app.terminal.CountedStream;
import weir.app.terminal.WrongUse;
import weir.platform.json.Json;
import weir.platform.secret.Secret;
import weir.stream.message.TopicName;

/// The stream listener of a service. For one thread.
final class StreamDoor implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final long SMALL_BYTES = 1_000_000;
    private static final int WAITS = 20;
    private static final int SHOWN = 500;

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT).build();
    private final String address;
    private final Optional<Secret> key;

    /// @throws WrongUse when it is no address
    StreamDoor(URI address, Optional<Secret> key) {
        String scheme = Optional.ofNullable(address.getScheme()).orElse("");
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new WrongUse("--url must be an address such as https://weir.example.org:9292.");
        }
        this.address = address.toString().replaceAll("/+$", "");
        this.key = key;
    }

    /// Posts one document, by the bulk door when it is large.
    ///
    /// @param progress told the bytes sent so far
    /// @return the id the service has given it
    /// @throws WrongUse      when the service says that it is not one for this stream
    /// @throws StreamRefused when it is not taken for another reason
    String post(TopicName stream, Path file, String type, LongConsumer progress) throws IOException {
        long size = Files.size(file);
        String path = "/" + stream.topic() + "/" + stream.stream() + (size > SMALL_BYTES ? "/bulk" : "");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path)).header("Content-Type", type);
        key.ifPresent(token -> request.header("Authorization", "Bearer " + token.reveal()));
        HttpResponse<String> answer = send(request.POST(body(file, size, progress)).build());
        for (int waits = 0; isBusy(answer) && waits < WAITS; waits++) {
            pause(answer);
            answer = send(request.POST(body(file, size, progress)).build());
        }
        if (answer.statusCode() >= 300) {
            throw refused(file, answer);
        }
        return answer.headers().firstValue("Weir-Document").orElse("");
    }

    private static BodyPublisher body(Path file, long size, LongConsumer progress) {
        BodyPublisher content = BodyPublishers.ofInputStream(() -> {
            try {
                return new CountedStream(new BufferedInputStream(Files.newInputStream(file)), progress);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return size == 0 ? BodyPublishers.noBody() : BodyPublishers.fromPublisher(content, size);
    }

    private static boolean isBusy(HttpResponse<String> answer) {
        return answer.statusCode() == 429 || answer.statusCode() == 503;
    }

    private static void pause(HttpResponse<String> answer) throws InterruptedIOException {
        String seconds = answer.headers().firstValue("Retry-After").filter(text -> text.matches("[0-9]{1,2}")).orElse("1");
        try {
            TimeUnit.SECONDS.sleep(Long.parseLong(seconds));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted. What was taken by then is taken.");
        }
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted. Whether the last file was taken is not known.");
        } catch (IOException e) {
            throw new IOException("The service at " + address + " does not answer: check the address, and that weir serve runs."
                    + " Whether the file was taken is not known.", e);
        }
    }

    private static RuntimeException refused(Path file, HttpResponse<String> answer) {
        String sentence = file + " was not taken: " + sentence(answer);
        return answer.statusCode() == 400 || answer.statusCode() == 415 ? new WrongUse(sentence) : new StreamRefused(sentence);
    }

    private static String sentence(HttpResponse<String> answer) {
        String type = answer.headers().firstValue("Content-Type").orElse("");
        if (type.startsWith("application/problem+json")) {
            JsonNode problem = Json.read(answer.body(), JsonNode.class);
            return problem.path("title").asString("") + ": " + problem.path("detail").asString("");
        }
        String said = answer.body().substring(0, Math.min(SHOWN, answer.body().length())).replaceAll("\\p{Cntrl}", " ");
        return type.startsWith("text/plain") ? said : "the address answers HTTP " + answer.statusCode()
                + " and does not seem to be Weir: check it.";
    }

    @Override
    public void close() {
        http.close();
    }

    /// A document was not taken; the message says why.
    static final class StreamRefused extends RuntimeException {

        private static final long serialVersionUID = 1;

        StreamRefused(String sentence) {
            super(sentence);
        }
    }
}
