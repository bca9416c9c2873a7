package weir.platform.objects;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The description of an object as the user metadata of S3, which is kept with the bytes and replaced with them.
final class S3Headers {

    private static final String SHA256 = "weir-sha256";
    private static final String SIZE = "weir-size";
    private static final String STORED_AT = "weir-stored-at";
    private static final String RETAIN_UNTIL = "weir-retain-until";
    private static final String LABEL = "weir-label-";

    private S3Headers() {}

    static Map<String, String> of(StoredObject object) {
        Map<String, String> headers = new TreeMap<>();
        headers.put(SHA256, object.sha256().hex());
        headers.put(SIZE, Long.toString(object.size()));
        headers.put(STORED_AT, object.storedAt().toString());
        object.retainUntil().ifPresent(moment -> headers.put(RETAIN_UNTIL, moment.toString()));
        object.labels().texts().forEach((name, text) -> headers.put(LABEL + name, Labels.encode(text)));
        return headers;
    }

    /// @param size how many bytes S3 has of it
    /// @throws ObjectCorrupted when it has no description, or another size than described
    static StoredObject parse(ObjectKey key, Map<String, String> headers, long size) throws ObjectCorrupted {
        Map<String, String> labels = new TreeMap<>();
        headers.forEach((name, value) -> {
            if (name.startsWith(LABEL)) {
                labels.put(name.substring(LABEL.length()), Labels.decode(value));
            }
        });
        try {
            StoredObject object = new StoredObject(
                    key,
                    new Sha256(headers.getOrDefault(SHA256, "")),
                    Long.parseLong(headers.getOrDefault(SIZE, "")),
                    Instant.parse(headers.getOrDefault(STORED_AT, "")),
                    Optional.ofNullable(headers.get(RETAIN_UNTIL)).map(Instant::parse),
                    new Labels(labels));
            if (object.size() != size) {
                throw new ObjectCorrupted(key, "has " + size + " bytes instead of " + object.size());
            }
            return object;
        } catch (IllegalArgumentException | DateTimeException _) {
            throw new ObjectCorrupted(key, "has lost its description");
        }
    }
}
