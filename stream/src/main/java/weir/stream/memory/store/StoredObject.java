package weir.stream.memory.store;

import weir.stream.memory.Version;

/// An object as it is kept.
///
/// @param key its id
/// @param body as [Packing] packs it
@SuppressWarnings("ArrayRecordComponent") // never compared
public record StoredObject(String key, byte[] body, Version version) {

    /// Without its body: it is about a person.
    @Override
    public String toString() {
        return "object of " + body.length + " bytes";
    }
}
