package weir.platform.database;

import java.time.Instant;

/// What a database server says of itself.
///
/// @param version  as `18.6`
/// @param isSynced whether commits are on the disk when they are acknowledged
/// @param now      what time it is for the server
public record ServerFacts(String version, boolean isSynced, Instant now) {

    /// Asks the server.
    /// @throws DatabaseUnavailable when it cannot be reached
    public static ServerFacts of(Database database) {
        return database.read(transaction -> transaction.handle()
                .createQuery("""
                        SELECT split_part(current_setting('server_version'), ' ', 1) AS version,
                            current_setting('fsync')::boolean AND current_setting('full_page_writes')::boolean
                                AND current_setting('synchronous_commit') NOT IN ('off', 'local') AS synced,
                            clock_timestamp() AS now
                        """)
                .map((row, _) -> new ServerFacts(
                        row.getString("version"), row.getBoolean("synced"), row.getTimestamp("now").toInstant()))
                .one());
    }

    /// Commits a word to the server's log and nothing to any table: it takes as long as a commit takes.
    /// @throws DatabaseUnavailable when the server cannot be reached
    public static void commit(Database database) {
        database.change(transaction -> transaction.handle()
                .createQuery("SELECT pg_logical_emit_message(true, 'weir', 'doctor')::text")
                .mapTo(String.class)
                .one());
    }
}
