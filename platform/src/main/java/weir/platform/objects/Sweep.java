package weir.platform.objects;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.Stream;

/// Deletes what is past its retention.
public final class Sweep {

    private final ObjectStore store;
    private final InstantSource clock;

    public Sweep(ObjectStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /// Deletes each object under the prefix whose own retention and the rule have both passed.
    ///
    /// It may stop half-way when the store fails; running it again goes on where it stopped.
    public Swept run(String prefix, Retention rule) throws IOException {
        long deleted = 0;
        long bytes = 0;
        long kept = 0;
        try (Stream<ListedObject> listed = store.list(prefix)) {
            for (Iterator<ListedObject> each = listed.iterator(); each.hasNext(); ) {
                Optional<StoredObject> object = store.find(each.next().key());
                if (object.isEmpty()) {
                    continue; // Someone else has deleted it since it was listed.
                }
                if (isPast(object.get(), rule) && store.delete(object.get().key())) {
                    deleted++;
                    bytes += object.get().size();
                } else {
                    kept++;
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return new Swept(deleted, bytes, kept);
    }

    private boolean isPast(StoredObject object, Retention rule) {
        Instant now = clock.instant();
        return !now.isBefore(object.retainUntil().orElse(Instant.MIN)) && !now.isBefore(rule.keepUntil(object));
    }
}
