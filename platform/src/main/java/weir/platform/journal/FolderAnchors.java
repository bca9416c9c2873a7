package weir.platform.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Anchors as files of a folder, one each. A file appears whole and synced, or not at all.
public final class FolderAnchors implements AnchorStore {

    private static final String ENDING = ".anchor";

    private final Path folder;

    public FolderAnchors(Path folder) {
        this.folder = folder;
    }

    @Override
    public List<Anchor> list() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ENDING))
                    .map(FolderAnchors::read)
                    .sorted(Comparator.comparingLong(Anchor::sequence))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The folder of the journal's anchors cannot be read.", e);
        }
    }

    private static Anchor read(Path file) {
        try {
            return Anchor.parse(Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("The journal's anchor " + file.getFileName() + " cannot be read.", e);
        }
    }

    @Override
    public void put(Anchor anchor) {
        Path file = folder.resolve(String.format(Locale.ROOT, "%019d", anchor.sequence()) + ENDING);
        if (Files.exists(file)) {
            if (!read(file).hash().equals(anchor.hash())) {
                throw new AnchorContradicted(anchor.sequence());
            }
            return;
        }
        try {
            Files.createDirectories(folder);
            Path written = Files.createTempFile(folder, "anchor", ".new");
            try (FileChannel channel = FileChannel.open(written, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(anchor.text().getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("The journal's anchor " + file.getFileName() + " could not be written.", e);
        }
    }
}
