package weir.platform.objects;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.sync.RequestBody;

/// A stream that has been received and waits to be uploaded: in memory up to a megabyte, in a file beyond it.
///
/// The file is deleted as soon as it is open, so that not even a kill leaves it; where the system does not allow that,
/// closing deletes it.
final class Spool implements Closeable {

    private static final int MOST_IN_MEMORY = 1024 * 1024;
    private static final String CONTENT_TYPE = "application/octet-stream";

    private final Path folder;
    private final FolderFailures failures;
    private final ByteArrayOutputStream memory = new ByteArrayOutputStream();
    private @Nullable FileChannel file;

    private Spool(Path folder) {
        this.folder = folder;
        this.failures = new FolderFailures("The spool folder " + folder, folder);
    }

    /// A filled spool with what was measured.
    record Filled(Spool spool, Content content) implements Closeable {
        @Override
        public void close() throws IOException {
            spool.close();
        }
    }

    /// Receives a stream to its end. When it cannot, nothing is left of it.
    static Filled receive(Path folder, InputStream source, PutTerms terms) throws IOException {
        Spool spool = new Spool(folder);
        try {
            return new Filled(spool, new ContentCopy(terms).copy(source, spool::write));
        } catch (IOException | RuntimeException | Error e) {
            spool.close();
            throw e;
        }
    }

    private void write(ByteBuffer bytes) throws IOException {
        if (file == null && memory.size() + bytes.remaining() <= MOST_IN_MEMORY) {
            memory.write(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
            return;
        }
        try {
            FileChannel channel = file();
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw failures.translate(e);
        }
    }

    private FileChannel file() throws IOException {
        FileChannel channel = file;
        if (channel == null) {
            channel = create(folder);
            file = channel;
            channel.write(ByteBuffer.wrap(memory.toByteArray()));
            memory.reset();
        }
        return channel;
    }

    private static FileChannel create(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path path = Files.createTempFile(folder, "weir-", ".spool");
        FileChannel channel = FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        try {
            Files.deleteIfExists(path);
        } catch (IOException _) {
            return channel; // Open files cannot be deleted here: it goes when it is closed.
        }
        return channel;
    }

    /// Some of its bytes, to be sent any number of times.
    RequestBody body(long offset, long length) {
        FileChannel channel = file;
        if (channel == null) {
            return RequestBody.fromBytes(memory.toByteArray());
        }
        return RequestBody.fromContentProvider(() -> new FileSlice(channel, offset, length), length, CONTENT_TYPE);
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }

    /// A part of an open file. Reading does not move the file's own position.
    private static final class FileSlice extends InputStream {

        private final FileChannel channel;
        private final byte[] one = new byte[1];
        private final long end;
        private long position;

        FileSlice(FileChannel channel, long offset, long length) {
            this.channel = channel;
            this.position = offset;
            this.end = offset + length;
        }

        @Override
        public int read() throws IOException {
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (position >= end) {
                return length == 0 ? 0 : -1;
            }
            int count = channel.read(ByteBuffer.wrap(bytes, offset, (int) Math.min(length, end - position)), position);
            position += Math.max(count, 0);
            return count;
        }
    }
}
