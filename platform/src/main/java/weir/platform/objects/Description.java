package weir.platform.objects;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The text of the hidden file beside an object's bytes: what they are, and their checksum.
///
/// While an object is replaced, the text describes both the new bytes and those before. Whichever of them a kill leaves
/// in place, they are described. A seal over the text, the last line, shows damage to it.
///
/// @param current what was stored last
/// @param before  what it replaces, while it does
record Description(StoredObject current, Optional<StoredObject> before) {

    private static final String FIRST_LINE = "weir-object 1";
    private static final String BEFORE = "before";
    private static final String SEAL = "seal ";

    String text() {
        StringBuilder text = new StringBuilder(FIRST_LINE).append('\n');
        append(text, current);
        before.ifPresent(object -> append(text.append(BEFORE).append('\n'), object));
        return text + SEAL + seal(text.toString()) + "\n";
    }

    private static void append(StringBuilder text, StoredObject object) {
        text.append("sha256 ").append(object.sha256()).append('\n');
        text.append("size ").append(object.size()).append('\n');
        text.append("stored-at ").append(object.storedAt()).append('\n');
        object.retainUntil().ifPresent(moment -> text.append("retain-until ").append(moment).append('\n'));
        object.labels().texts().forEach((name, label) ->
                text.append("label.").append(name).append(' ').append(Labels.encode(label)).append('\n'));
    }

    private static Sha256 seal(String text) {
        MessageDigest digest = Sha256.digest();
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        return Sha256.of(digest);
    }

    /// @throws ObjectCorrupted when it is not a whole description
    static Description parse(ObjectKey key, String text) throws ObjectCorrupted {
        int sealed = text.lastIndexOf(SEAL);
        if (sealed < 0 || !text.substring(sealed).equals(SEAL + seal(text.substring(0, sealed)) + "\n")) {
            throw new ObjectCorrupted(key, "has a damaged description");
        }
        List<String> lines = text.substring(0, sealed).lines().toList();
        try {
            int before = lines.indexOf(BEFORE);
            return before < 0
                    ? new Description(parse(key, lines.subList(1, lines.size())), Optional.empty())
                    : new Description(
                            parse(key, lines.subList(1, before)),
                            Optional.of(parse(key, lines.subList(before + 1, lines.size()))));
        } catch (IllegalArgumentException | DateTimeException _) {
            throw new ObjectCorrupted(key, "has a description of a form that this version does not know");
        }
    }

    private static StoredObject parse(ObjectKey key, List<String> lines) {
        Map<String, String> values = new TreeMap<>();
        Map<String, String> labels = new TreeMap<>();
        for (String line : lines) {
            int space = line.indexOf(' ');
            String name = line.substring(0, Math.max(space, 0));
            String value = line.substring(space + 1);
            if (name.startsWith("label.")) {
                labels.put(name.substring("label.".length()), Labels.decode(value));
            } else {
                values.put(name, value);
            }
        }
        return new StoredObject(
                key,
                new Sha256(values.getOrDefault("sha256", "")),
                Long.parseLong(values.getOrDefault("size", "")),
                Instant.parse(values.getOrDefault("stored-at", "")),
                Optional.ofNullable(values.get("retain-until")).map(Instant::parse),
                new Labels(labels));
    }

    /// Those of the described that have this size.
    List<StoredObject> ofSize(long size) {
        List<StoredObject> fitting = new ArrayList<>();
        if (current.size() == size) {
            fitting.add(current);
        }
        before.filter(object -> object.size() == size).ifPresent(fitting::add);
        return fitting;
    }
}
