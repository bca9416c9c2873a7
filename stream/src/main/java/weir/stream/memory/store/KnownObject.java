package weir.stream.memory.store;

import java.util.Optional;

/// What is known of an id.
///
/// @param body its text as it was stored; empty when no object of that id was
/// @param label what a person reads; the id when there is none
public record KnownObject(String id, Optional<String> body, String label) {

    /// Without its values: they are a person's.
    @Override
    public String toString() {
        return "object";
    }
}
