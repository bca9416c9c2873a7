package weir.stream.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import weir.platform.json.Json;
import weir.stream.message.MalformedMessage;

/// What one object says of itself and of others.
///
/// @param type the collection it belongs to; empty when the tuple adds to an object of whatever type
/// @param id of the object
/// @param otherIds ids by which others know it, by their kind
/// @param links the ids it names, its own among them
/// @param equivalentIds ids that mean the same thing
/// @param label what a person reads; empty when the tuple has none
public record GraphTuple(
        String type, String id, Map<String, String> otherIds, List<String> links, List<String> equivalentIds, String label) {

    public GraphTuple {
        otherIds = Collections.unmodifiableMap(new LinkedHashMap<>(otherIds));
        links = List.copyOf(links);
        equivalentIds = List.copyOf(equivalentIds);
    }

    /// Says that an object is tied to others.
    public static GraphTuple tie(String id, List<String> links) {
        return new GraphTuple("", id, Map.of(), links, List.of(), "");
    }

    /// Says that each source is tied to every target, and each target to every source.
    public static List<GraphTuple> ties(List<String> sources, List<String> targets) {
        List<GraphTuple> ties = new ArrayList<>();
        sources.forEach(source -> ties.add(tie(source, targets)));
        targets.forEach(target -> ties.add(tie(target, sources)));
        return ties;
    }

    /// Says that several ids mean the same thing.
    ///
    /// @param ids two at least
    public static GraphTuple equivalence(List<String> ids) {
        return new GraphTuple("", ids.getFirst(), Map.of(), List.of(), ids.subList(1, ids.size()), "");
    }

    /// The documented form: `{"type","id","otherids":{},"links":[],"equivalentids":[],"label"}`, `null` for what is empty.
    public String asJson() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("type", type.isEmpty() ? null : type);
        json.put("id", id);
        json.put("otherids", otherIds);
        json.put("links", links);
        json.put("equivalentids", equivalentIds);
        json.put("label", label.isEmpty() ? null : label);
        return Json.write(json);
    }

    /// Reads the documented form.
    ///
    /// @throws MalformedMessage when the text has another
    public static GraphTuple parse(String json) {
        Map<?, ?> read;
        try {
            read = Json.read(json, Map.class);
        } catch (JacksonException e) {
            throw malformed();
        }
        if (!(read.get("otherids") instanceof Map<?, ?> others) || !(read.get("id") instanceof String id)) {
            throw malformed();
        }
        Map<String, String> otherIds = new LinkedHashMap<>();
        others.forEach((kind, value) -> otherIds.put(text(kind), text(value)));
        return new GraphTuple(
                text(read.get("type")), id, otherIds, texts(read.get("links")), texts(read.get("equivalentids")),
                text(read.get("label")));
    }

    private static List<String> texts(@Nullable Object value) {
        if (!(value instanceof List<?> list)) {
            throw malformed();
        }
        List<String> texts = new ArrayList<>();
        list.forEach(item -> texts.add(text(item)));
        return texts;
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case String text -> text;
            default -> throw malformed();
        };
    }

    private static MalformedMessage malformed() {
        return new MalformedMessage(
                "A tuple must be an object with 'type', 'id', 'otherids', 'links', 'equivalentids' and 'label'.");
    }

    /// Without ids and label: they are a person's.
    @Override
    public String toString() {
        return (type.isEmpty() ? "tuple" : type) + " with " + links.size() + " links";
    }
}
