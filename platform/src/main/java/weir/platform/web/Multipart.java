package weir.platform.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

import io.javalin.http.Context;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.io.Content;

/// The parts of a `multipart/form-data` body (RFC 7578), one after the other, each a stream. Memory does not grow with
/// the size of a part, and nothing is written to a disk. For one thread.
public final class Multipart {

    private static final int PIECE_BYTES = 1 << 15;
    private static final int HEADERS_BYTES = 4 << 10;

    private final InputStream body;
    private final MultiPart.Parser parser;
    private final Queue<Event> events = new ArrayDeque<>();
    private boolean isEnded;

    /// One part.
    ///
    /// @param name     the field of the form
    /// @param fileName as the sender named it; empty when the part is no file
    /// @param content  to be read before the next part is asked for; what is left of it is passed over then
    public record Part(String name, Optional<String> fileName, InputStream content) {}

    private sealed interface Event {}

    private record Begin(Map<String, String> headers) implements Event {}

    private record Piece(ByteBuffer bytes) implements Event {}

    private record End() implements Event {}

    private record Failure() implements Event {}

    private Multipart(InputStream body, String boundary, int partLimit) {
        this.body = body;
        this.parser = new MultiPart.Parser(boundary, new Listener());
        parser.setPartHeadersMaxLength(HEADERS_BYTES);
        parser.setMaxParts(partLimit);
    }

    /// Whether a request says that its body is such a form.
    public static boolean isSentBy(Context request) {
        return Optional.ofNullable(request.contentType()).orElse("").toLowerCase(Locale.ROOT).startsWith("multipart/form-data");
    }

    /// @param body      the body, limited
    /// @param partLimit parts at most
    /// @throws RequestRefused when the request does not say what stands between its parts
    public static Multipart of(Context request, InputStream body, int partLimit) {
        String boundary = MultiPart.extractBoundary(Optional.ofNullable(request.contentType()).orElse(""));
        if (boundary == null) {
            throw faulty();
        }
        return new Multipart(body, boundary, partLimit);
    }

    /// The next part; empty at the end.
    /// @throws RequestRefused when the body is no such form, has too many parts, or ends too early
    public Optional<Part> next() throws IOException {
        for (Event event = take(); ; event = take()) {
            switch (event) {
                case Begin begin -> {
                    return Optional.of(part(begin.headers()));
                }
                case Failure _ -> throw faulty();
                case End _ -> {
                    if (isEnded && events.isEmpty()) {
                        return Optional.empty();
                    }
                }
                case Piece _ -> { }
            }
        }
    }

    private Part part(Map<String, String> headers) {
        Map<String, String> said = new HashMap<>();
        HttpField.getValueParameters(headers.getOrDefault("content-disposition", ""), said);
        return new Part(
                said.getOrDefault("name", ""), Optional.ofNullable(said.get("filename")), new PartStream());
    }

    private Event take() throws IOException {
        while (events.isEmpty()) {
            if (isEnded) {
                return new End();
            }
            byte[] piece = new byte[PIECE_BYTES];
            int read = body.read(piece);
            isEnded = read < 0;
            parser.parse(Content.Chunk.from(ByteBuffer.wrap(piece, 0, Math.max(0, read)), isEnded));
        }
        return events.remove();
    }

    private static RequestRefused faulty() {
        return Problem.badRequest("bad-multipart", "The form cannot be read",
                        "Send multipart/form-data with a boundary, parts with short headers, and an end. What came before is kept.")
                .refused(Map.of("Connection", "close"));
    }

    /// What the parser finds, queued until it is asked for.
    private final class Listener implements MultiPart.Parser.Listener {

        private Map<String, String> headers = new HashMap<>();

        @Override
        public void onPartBegin() {
            headers = new HashMap<>();
        }

        @Override
        public void onPartHeader(String name, String value) {
            headers.put(name.toLowerCase(Locale.ROOT), value);
        }

        @Override
        public void onPartHeaders() {
            events.add(new Begin(headers));
        }

        @Override
        public void onPartContent(Content.Chunk chunk) {
            if (chunk.hasRemaining()) {
                events.add(new Piece(chunk.getByteBuffer().slice()));
            }
        }

        @Override
        public void onPartEnd() {
            events.add(new End());
        }

        @Override
        public void onComplete() {
            isEnded = true;
        }

        @Override
        public void onFailure(Throwable failure) {
            isEnded = true;
            events.add(new Failure());
        }
    }

    /// The bytes of the part that was begun last.
    private final class PartStream extends InputStream {

        private ByteBuffer piece = ByteBuffer.allocate(0);
        private boolean isOver;

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            while (!piece.hasRemaining()) {
                if (isOver) {
                    return -1;
                }
                switch (take()) {
                    case Piece next -> piece = next.bytes();
                    case Failure _ -> throw faulty();
                    case End _, Begin _ -> isOver = true;
                }
            }
            int count = Math.min(length, piece.remaining());
            piece.get(into, from, count);
            return count;
        }
    }
}
