package weir.app.terminal;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// A file that appears whole or not at all: written beside its place, synced, then moved.
public final class StagedFile implements Closeable {

    private final Path target;
    private final Path staged;
    private final FileOutputStream file;
    private final OutputStream out;

    private StagedFile(Path target, Path staged) throws IOException {
        this.target = target;
        this.staged = staged;
        this.file = new FileOutputStream(staged.toFile());
        this.out = new BufferedOutputStream(file, 1 << 16);
    }

    /// @throws IOException when the file's folder cannot be written
    public static StagedFile of(Path target) throws IOException {
        Path absolute = target.toAbsolutePath();
        Path folder = absolute.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        return new StagedFile(absolute, absolute.resolveSibling("." + absolute.getFileName() + ".partial"));
    }

    public OutputStream out() {
        return out;
    }

    /// Puts the file into its place.
    public void publish() throws IOException {
        out.flush();
        file.getFD().sync();
        out.close();
        Files.move(staged, target, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() throws IOException {
        file.close();
        Files.deleteIfExists(staged);
    }
}
