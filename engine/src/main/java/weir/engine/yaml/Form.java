package weir.engine.yaml;

import java.util.List;

/// What one kind of mapping may hold.
///
/// @param name what it is, with its article, for messages: `a table file`
/// @param keys the keys it knows, in the order in which they are explained
public record Form(String name, List<String> keys) {

    public Form {
        keys = List.copyOf(keys);
    }

    public static Form of(String name, String... keys) {
        return new Form(name, List.of(keys));
    }
}
