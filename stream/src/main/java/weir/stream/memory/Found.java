package weir.stream.memory;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import weir.platform.json.Json;
import weir.stream.memory.store.KnownObject;

/// Writes the answer of `/sms/find`: an array of `{"id","data","label"}`, as it comes. For one thread.
final class Found {

    private final OutputStream out;
    private final boolean isWithData;
    private boolean isBegun;

    /// @param isWithData whether each object has its text, or `null` when nothing is stored
    Found(OutputStream out, boolean isWithData) {
        this.out = out;
        this.isWithData = isWithData;
    }

    void add(List<KnownObject> objects) throws IOException {
        for (KnownObject object : objects) {
            Map<String, @Nullable Object> shown = new LinkedHashMap<>();
            shown.put("id", object.id());
            if (isWithData) {
                shown.put("data", object.body().orElse(null));
            }
            shown.put("label", object.label());
            add(shown);
        }
    }

    private void add(Map<String, @Nullable Object> shown) throws IOException {
        out.write(isBegun ? ',' : '[');
        isBegun = true;
        out.write(Json.write(shown).getBytes(StandardCharsets.UTF_8));
    }

    /// Ends the array; one that is empty says so in the documented way.
    void end() throws IOException {
        if (!isBegun) {
            Map<String, @Nullable Object> nothing = new LinkedHashMap<>();
            nothing.put("id", 0);
            nothing.put("data", "No results found");
            add(nothing);
        }
        out.write(']');
        out.flush();
    }
}
