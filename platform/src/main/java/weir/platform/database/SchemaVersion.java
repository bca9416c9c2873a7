package weir.platform.database;

/// How far a schema is brought.
///
/// @param schema  its name
/// @param current the version of the last migration that ran; empty when none has
/// @param latest  the version of the last migration this program has
public record SchemaVersion(String schema, String current, String latest) {

    /// Whether it is where this program wants it.
    public boolean isLatest() {
        return current.equals(latest);
    }
}
