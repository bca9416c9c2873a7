package weir.platform.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.zip.GZIPOutputStream;

import weir.platform.backup.Manifest.StoredFile;

/// The files of a backup that is being made: each is hashed and counted while it is written. For one thread.
final class StagedBackup {

    static final int BUFFER = 1 << 16;

    private final Path folder;
    private final LongConsumer progress;
    private final List<StoredFile> files = new ArrayList<>();

    /// @param progress told how many more bytes were taken in
    StagedBackup(Path folder, LongConsumer progress) {
        this.folder = folder;
        this.progress = progress;
    }

    /// Writes the content of a file.
    @FunctionalInterface
    interface Content<T> {

        T to(OutputStream out) throws IOException;
    }

    Path folder() {
        return folder;
    }

    List<StoredFile> files() {
        return List.copyOf(files);
    }

    <T> T write(String path, Content<T> content) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.resolveSibling("."));
        MessageDigest digest = sha256();
        T result;
        try (OutputStream out = new BufferedOutputStream(new DigestOutputStream(Files.newOutputStream(file), digest), BUFFER)) {
            result = content.to(out);
        }
        files.add(new StoredFile(path, Files.size(file), HexFormat.of().formatHex(digest.digest())));
        return result;
    }

    /// The same, compressed.
    <T> T writeCompressed(String path, Content<T> content) throws IOException {
        return write(path, out -> {
            GZIPOutputStream gzip = new GZIPOutputStream(out, BUFFER);
            T result = content.to(new CountedOutput(gzip, progress));
            gzip.finish();
            return result;
        });
    }

    void tookIn(long bytes) {
        progress.accept(bytes);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
