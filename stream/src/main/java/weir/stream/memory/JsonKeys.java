package weir.stream.memory;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import weir.platform.json.Json;
import weir.stream.message.MalformedMessage;
import weir.stream.message.TopicName;

/// The key under which a JSON message is stored: `topic.stream::id`.
///
/// The id is, of a student or a member of staff in registration, the local id; of an array, its members with `::` between; else
/// the member `id`; else the first five names and the first five values. A key that is longer than an id may be ends in a hash
/// of itself. Source: section 2.7 of the facts of NIAS.
final class JsonKeys {

    private static final String DIVIDER = "::";
    private static final int FIRST = 5;
    private static final Map<String, String> LOCAL_IDS = Map.of("naplan.csv", "LocalId", "naplan.csv_staff", "LocalStaffId");

    private JsonKeys() {}

    /// @throws MalformedMessage when it is not JSON
    static String key(TopicName topic, String json) {
        Object read;
        try {
            read = Json.read(json, Object.class);
        } catch (JacksonException e) {
            throw new MalformedMessage("A message of json.storage must be JSON after its first line.");
        }
        return Ids.fit(shortened(topic.name() + DIVIDER + id(topic, read)));
    }

    private static String id(TopicName topic, @Nullable Object read) {
        return switch (read) {
            case List<?> list -> list.stream().map(JsonKeys::text).collect(Collectors.joining(DIVIDER));
            case Map<?, ?> map -> id(topic, map);
            case null, default -> text(read);
        };
    }

    private static String id(TopicName topic, Map<?, ?> map) {
        String local = text(map.get(LOCAL_IDS.getOrDefault(topic.name(), "")));
        String id = local.isBlank() ? text(map.get("id")) : local;
        if (!id.isBlank()) {
            return id;
        }
        return map.keySet().stream().limit(FIRST).map(JsonKeys::text).collect(Collectors.joining(DIVIDER)) + "--"
                + map.values().stream().limit(FIRST).map(JsonKeys::text).collect(Collectors.joining(DIVIDER));
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Map<?, ?> map -> Json.write(map);
            case List<?> list -> Json.write(list);
            default -> Objects.toString(value);
        };
    }

    private static String shortened(String key) {
        String plain = key.codePoints()
                .map(c -> Character.isISOControl(c) ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        if (plain.length() <= Ids.LONGEST && plain.equals(key)) {
            return key;
        }
        String hash = hash(key);
        int kept = Math.min(plain.length(), Ids.LONGEST - hash.length() - 1);
        if (Character.isHighSurrogate(plain.charAt(kept - 1))) {
            kept--;
        }
        return plain.substring(0, kept) + "~" + hash;
    }

    static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256.", e);
        }
    }
}
