package weir.stream.memory.store;

/// An object that is tied to another.
public record Neighbour(String collection, String id, String label) {

    /// Without id and label: they are a person's.
    @Override
    public String toString() {
        return collection;
    }
}
