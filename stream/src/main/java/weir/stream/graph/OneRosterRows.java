package weir.stream.graph;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import weir.platform.json.Json;
import weir.stream.message.MalformedMessage;

/// Reads rows of OneRoster as they travel on `oneroster.validated`: one JSON object of cells by their columns. It holds nothing:
/// safe for many threads.
public final class OneRosterRows {

    /// The topic whose streams hold OneRoster: a CSV posted to `/oneroster/…` is one.
    public static final String TOPIC = "oneroster";

    private static final String DEMOGRAPHICS = "oneroster_demographics";
    private static final String DEMOGRAPHICS_KEY = "demographics::";

    private final OneRosterTuples tuples = new OneRosterTuples();

    /// A row that the graph takes.
    ///
    /// @param key under which the row is stored: its id; that of demographics is the id of their user, so they have a mark
    public record Row(String key, GraphTuple tuple) {}

    /// @param json the cells of a row by their columns; what begins with `__` is of the CSV
    /// @throws MalformedMessage when it is no row of a file of OneRoster, or has no id
    public Row read(String json) {
        GraphTuple tuple = tuples.tuple(cells(json)).orElseThrow(() -> new MalformedMessage(
                "A row of OneRoster must have a 'sourcedId' and a column by which its file is known."));
        return new Row(tuple.type().equals(DEMOGRAPHICS) ? DEMOGRAPHICS_KEY + tuple.id() : tuple.id(), tuple);
    }

    private static Map<String, String> cells(String json) {
        Map<?, ?> read;
        try {
            read = Json.read(json, Map.class);
        } catch (JacksonException e) {
            throw new MalformedMessage("A row of OneRoster must be a JSON object of cells.");
        }
        Map<String, String> cells = new LinkedHashMap<>();
        read.forEach((column, cell) -> cells.put(String.valueOf(column), text(cell)));
        return cells;
    }

    private static String text(@Nullable Object cell) {
        return Objects.toString(cell, "");
    }
}
