package weir.platform.objects;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A stream that has been received: a synced file beside the objects, under no key yet. Closing deletes it, unless it
/// was moved into its place.
///
/// @param file    where it is; only its owner may read it
/// @param content what was received
record Incoming(Path file, Content content) implements Closeable {

    /// Receives a stream to its end. When it cannot, nothing is left of it.
    static Incoming receive(StoreFolder folder, InputStream source, PutTerms terms) throws IOException {
        Path file = create(folder);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            Content content = new ContentCopy(terms).copy(source, bytes -> write(folder, channel, bytes));
            sync(folder, channel);
            return new Incoming(file, content);
        } catch (IOException | RuntimeException | Error e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private static Path create(StoreFolder folder) throws IOException {
        try {
            return Files.createTempFile(folder.incoming(), "", ".part");
        } catch (IOException e) {
            throw folder.translate(e);
        }
    }

    private static void write(StoreFolder folder, FileChannel channel, ByteBuffer bytes) throws IOException {
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw folder.translate(e);
        }
    }

    private static void sync(StoreFolder folder, FileChannel channel) throws IOException {
        try {
            channel.force(true);
        } catch (IOException e) {
            throw folder.translate(e);
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
