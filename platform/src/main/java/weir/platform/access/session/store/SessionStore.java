package weir.platform.access.session.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jdbi.v3.core.statement.StatementContext;
import weir.platform.database.Transaction;

/// The table of sessions. Tokens come as their hashes.
public final class SessionStore {

    public void insert(
            Transaction transaction, byte[] token, String person, SignedInBy source, String proof, List<String> grants,
            byte[] csrf, Instant now) {
        transaction.handle().createUpdate("""
                        INSERT INTO weir.session (token_hash, rotated_at, person, source, proof, grants, csrf, started_at, seen_at)
                        VALUES (:token, :now, :person, :source, :proof, string_to_array(:grants, ' '), :csrf, :now, :now)
                        """)
                .bind("token", token)
                .bind("now", now)
                .bind("person", person)
                .bind("source", source.code())
                .bind("proof", proof)
                .bind("grants", String.join(" ", grants))
                .bind("csrf", csrf)
                .execute();
    }

    /// @param previousSince tokens that were changed before this no longer hold
    public Optional<SessionRow> find(Transaction transaction, byte[] token, Instant previousSince) {
        return transaction.handle().createQuery("""
                        SELECT id, person, source, proof, array_to_string(grants, ' ') AS grants, encode(csrf, 'hex') AS csrf,
                            token_hash <> :token AS is_previous, started_at, rotated_at, seen_at
                        FROM weir.session
                        WHERE token_hash = :token OR (previous_hash = :token AND rotated_at > :since)
                        """)
                .bind("token", token)
                .bind("since", previousSince)
                .map(SessionStore::row)
                .findOne();
    }

    private static SessionRow row(ResultSet row, StatementContext context) throws SQLException {
        String grants = row.getString("grants");
        return new SessionRow(
                row.getLong("id"),
                row.getString("person"),
                row.getString("source").equals("local") ? SignedInBy.LOCAL : SignedInBy.OPENID,
                row.getString("proof"),
                grants.isEmpty() ? List.of() : List.of(grants.split(" ", -1)),
                row.getString("csrf"),
                row.getBoolean("is_previous"),
                row.getTimestamp("started_at").toInstant(),
                row.getTimestamp("rotated_at").toInstant(),
                row.getTimestamp("seen_at").toInstant());
    }

    public void seen(Transaction transaction, long id, Instant now) {
        transaction.handle().createUpdate("UPDATE weir.session SET seen_at = :now WHERE id = :id")
                .bind("now", now)
                .bind("id", id)
                .execute();
    }

    /// @return false when another request has changed the token already
    public boolean rotate(Transaction transaction, byte[] old, byte[] fresh, Instant now) {
        return transaction.handle().createUpdate("""
                        UPDATE weir.session
                        SET token_hash = :fresh, previous_hash = token_hash, rotated_at = :now, seen_at = :now
                        WHERE token_hash = :old
                        """)
                .bind("fresh", fresh)
                .bind("old", old)
                .bind("now", now)
                .execute() == 1;
    }

    public void delete(Transaction transaction, byte[] token) {
        transaction.handle().createUpdate("DELETE FROM weir.session WHERE token_hash = :token OR previous_hash = :token")
                .bind("token", token)
                .execute();
    }

    /// @return how many sessions of the person there were
    public int deleteAll(Transaction transaction, String person, SignedInBy source) {
        return transaction.handle().createUpdate("DELETE FROM weir.session WHERE person = :person AND source = :source")
                .bind("person", person)
                .bind("source", source.code())
                .execute();
    }

    /// Deletes sessions that are over.
    /// @return how many
    public int sweep(Transaction transaction, Instant startedBefore, Instant seenBefore) {
        return transaction.handle()
                .createUpdate("DELETE FROM weir.session WHERE started_at < :started OR seen_at < :seen")
                .bind("started", startedBefore)
                .bind("seen", seenBefore)
                .execute();
    }
}
