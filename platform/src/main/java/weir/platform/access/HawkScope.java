package weir.platform.access;

/// The door of a route of the data API: a Hawk key whose scopes have this name, or `*`. No other way in.
///
/// @param name as old keys have it: `get_table_data`
public record HawkScope(String name) implements Door {

    /// The scope of a key that opens every such door.
    public static final String ALL = "*";

    public HawkScope {
        if (!name.matches("[A-Za-z0-9_.-]{1,100}")) {
            throw new IllegalArgumentException("A scope is 1 to 100 letters, digits, dots, hyphens and underscores.");
        }
    }
}
