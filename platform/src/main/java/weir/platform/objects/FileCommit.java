package weir.platform.objects;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// Makes received bytes an object, in three steps that a kill may part without harm. Its key is locked meanwhile.
///
/// 1. [#describe] puts the description in place: of the new bytes, and of those before if there are any.
/// 2. [#swap] puts the bytes in place: from here on the object is the new one. Both steps are on the disk when they end,
///    in this order, so no bytes are ever without their description.
/// 3. [#settle] leaves the bytes before out of the description.
///
/// After a kill in the middle the description still fits: a description without bytes is no object, and one of two
/// objects fits whichever of them is there.
final class FileCommit {

    private final StoreFolder folder;
    private final StoredObject object;
    private final Optional<StoredObject> before;

    FileCommit(StoreFolder folder, StoredObject object, Optional<StoredObject> before) {
        this.folder = folder;
        this.object = object;
        this.before = before;
    }

    /// @throws KeyTaken when the key is a folder of other objects
    void describe() throws IOException {
        if (Files.isDirectory(folder.content(object.key()))) {
            throw new KeyTaken(object.key());
        }
        write(new Description(object, before));
    }

    void swap(Path received) throws IOException {
        folder.place(received, folder.content(object.key()), object.key());
    }

    void settle() throws IOException {
        if (before.isPresent()) {
            write(new Description(object, Optional.empty()));
        }
    }

    private void write(Description description) throws IOException {
        Path file = Files.createTempFile(folder.incoming(), "", ".about");
        try {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(description.text().getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            folder.place(file, folder.description(object.key()), object.key());
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
