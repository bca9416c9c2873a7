package weir.app.serve;

import weir.platform.database.SchemaVersion;

/// The database's tables are not those of this program. Nothing was changed.
public final class OtherSchema extends RuntimeException {

    private static final long serialVersionUID = 1;

    OtherSchema(SchemaVersion found) {
        super(found.current().isEmpty()
                ? "The database has no tables of Weir yet: run 'weir serve' on it once."
                : "The database's schema " + found.schema() + " has the version " + found.current() + " and this program wants "
                        + found.latest() + ": use the version of Weir that the service runs. Nothing was changed.");
    }
}
