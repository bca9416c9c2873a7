package weir.platform.backup;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import weir.platform.objects.Labels;
import weir.platform.objects.ObjectKey;
import weir.platform.objects.PutTerms;
import weir.platform.objects.StoredObject;

/// One line of the index of objects.
///
/// @param storedAt when it was stored where it came from
record IndexedObject(
        String key, String sha256, long size, Instant storedAt, Optional<Instant> retainUntil, Map<String, String> labels) {

    IndexedObject {
        labels = Map.copyOf(labels);
    }

    static IndexedObject of(StoredObject object) {
        return new IndexedObject(object.key().value(), object.sha256().hex(), object.size(), object.storedAt(),
                object.retainUntil(), object.labels().texts());
    }

    ObjectKey objectKey() {
        return ObjectKey.of(key);
    }

    /// Where its bytes are, below the folder. The same bytes are kept once.
    String path() {
        return "objects/" + sha256.substring(0, 2) + "/" + sha256;
    }

    PutTerms terms() {
        PutTerms terms = PutTerms.none().withByteLimit(size).withLabels(new Labels(labels));
        return retainUntil.map(terms::withRetainUntil).orElse(terms);
    }
}
