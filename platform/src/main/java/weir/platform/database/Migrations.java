package weir.platform.database;

/// The migrations of one part: its own schema, its own history.
///
/// @param schema   the schema's name, created when it is not there
/// @param location where the `V1__….sql` files are on the class path: `weir/platform/migrations`
public record Migrations(String schema, String location) {

    /// Those of the platform itself.
    public static final Migrations PLATFORM = new Migrations("weir", "weir/platform/migrations");
}
