package weir.platform.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.function.Predicate;
import java.util.stream.Stream;

import weir.platform.json.Json;
import weir.platform.objects.ListedObject;
import weir.platform.objects.ObjectKey;
import weir.platform.objects.ObjectNotFound;
import weir.platform.objects.ObjectReader;
import weir.platform.objects.ObjectStore;

/// Copies objects into a backup. Reading an object proves its checksum, so that no damaged one is copied as if it were
/// whole.
final class ObjectCopies {

    private final ObjectStore objects;
    private final Predicate<ObjectKey> wanted;

    ObjectCopies(ObjectStore objects, Predicate<ObjectKey> wanted) {
        this.objects = objects;
        this.wanted = wanted;
    }

    Manifest.Objects copyTo(StagedBackup staged) throws IOException {
        return staged.writeCompressed(Backup.INDEX, index -> {
            long count = 0;
            long bytes = 0;
            try (Stream<ListedObject> listed = objects.list("")) {
                for (Iterator<ListedObject> each = listed.iterator(); each.hasNext(); ) {
                    ListedObject next = each.next();
                    if (wanted.test(next.key()) && copy(next.key(), staged, index)) {
                        count++;
                        bytes += next.size();
                    }
                }
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
            return new Manifest.Objects(count, bytes);
        });
    }

    /// @return false when the object has gone since it was listed: its time was over
    private boolean copy(ObjectKey key, StagedBackup staged, OutputStream index) throws IOException {
        try (ObjectReader reader = objects.read(key)) {
            IndexedObject object = IndexedObject.of(reader.object());
            Path file = staged.folder().resolve(object.path());
            if (Files.exists(file)) {
                reader.transferTo(new CountedOutput(OutputStream.nullOutputStream(), staged::tookIn));
            } else {
                Files.createDirectories(file.resolveSibling("."));
                try (OutputStream out = new CountedOutput(Files.newOutputStream(file), staged::tookIn)) {
                    reader.transferTo(out);
                }
            }
            index.write((Json.write(object) + "\n").getBytes(StandardCharsets.UTF_8));
            return true;
        } catch (ObjectNotFound e) {
            return false;
        }
    }
}
