package weir.stream.ingest;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// A body in a file that nobody else may read, deleted when it is closed.
///
/// @param file the whole body
record Spooled(Path file) implements Source, Closeable {

    /// Reads a body to its end.
    /// @throws IOException when the body breaks off or there is no room for it; nothing is left then
    static Spooled of(InputStream body, Path folder) throws IOException {
        Path file = Files.createTempFile(folder, "body-", "");
        boolean isWhole = false;
        try (body;
                OutputStream out = Files.newOutputStream(file)) {
            body.transferTo(out);
            isWhole = true;
            return new Spooled(file);
        } finally {
            if (!isWhole) {
                Files.deleteIfExists(file);
            }
        }
    }

    @Override
    public InputStream open() throws IOException {
        return Files.newInputStream(file);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
