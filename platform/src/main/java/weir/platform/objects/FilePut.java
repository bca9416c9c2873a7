package weir.platform.objects;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// A file that is to become an object.
public record FilePut(ObjectKey key, Path file) {

    /// Keeps several files at once. A small object costs little but the waits until the disk, or the other end, says that it
    /// is kept, and these waits overlap.
    ///
    /// @return the objects in the order of the files
    /// @throws IOException when one of them could not be kept; others may be, and are the caller's to erase
    public static List<StoredObject> all(ObjectStore objects, List<FilePut> files) throws IOException {
        List<StoredObject> kept = new ArrayList<>();
        try (ExecutorService pool = Executors.newThreadPerTaskExecutor(Thread.ofPlatform().name("weir-put-", 0).factory())) {
            List<Future<StoredObject>> puts = files.stream().map(put -> pool.submit(() -> put.put(objects))).toList();
            for (Future<StoredObject> put : puts) {
                kept.add(put.get());
            }
        } catch (ExecutionException e) {
            throw failure(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Keeping files was interrupted; they are not referred to.", e);
        }
        return kept;
    }

    private StoredObject put(ObjectStore objects) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return objects.put(key, in, PutTerms.none());
        }
    }

    private static IOException failure(ExecutionException e) {
        return switch (e.getCause()) {
            case IOException io -> io;
            case RuntimeException fault -> throw fault;
            case Error error -> throw error;
            case null, default -> new IOException("Keeping a file failed.", e);
        };
    }
}
