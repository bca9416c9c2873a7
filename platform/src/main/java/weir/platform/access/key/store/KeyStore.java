package weir.platform.access.key.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jdbi.v3.core.statement.StatementContext;
import weir.engine.organisation.OrganisationCode;
import weir.platform.database.Transaction;

/// The table of keys.
public final class KeyStore {

    /// Not every request writes that a key was used.
    private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(1);
    private static final String COLUMNS =
            "id, kind, organisation, array_to_string(opens, ' ') AS opens, description, made_by, made_at, ends_at, revoked_at, last_used_at";

    /// The sealed secret of a Hawk key.
    ///
    /// @param hex        the sealed bytes
    /// @param sealedWith names the service key they were sealed with
    public record Sealed(KeyRow key, String hex, String sealedWith) {}

    /// @param secret     the hash of a token, or a sealed secret
    /// @param sealedWith empty for a hash
    /// @return false when there is a key of that id already, which stays as it is
    public boolean insert(Transaction transaction, KeyRow key, byte[] secret, String sealedWith) {
        return transaction.handle().createUpdate("""
                        INSERT INTO weir.access_key
                            (id, kind, organisation, opens, secret, sealed_with, description, made_by, made_at, ends_at)
                        VALUES (:id, :kind, :organisation, string_to_array(:opens, ' '), :secret, :sealedWith,
                            :description, :madeBy, :madeAt, CAST(:endsAt AS timestamptz))
                        ON CONFLICT (id) DO NOTHING
                        """)
                .bind("id", key.id())
                .bind("kind", key.kind().code())
                .bind("organisation", key.organisation().value())
                .bind("opens", String.join(" ", key.opens()))
                .bind("secret", secret)
                .bind("sealedWith", sealedWith)
                .bind("description", key.description())
                .bind("madeBy", key.madeBy())
                .bind("madeAt", key.madeAt())
                .bind("endsAt", key.endsAt().map(Instant::toString).orElse(null))
                .execute() == 1;
    }

    /// The API key whose token has this hash, if it holds; notes that it was used.
    public Optional<KeyRow> byToken(Transaction transaction, byte[] hash, Instant now) {
        return transaction.handle().createQuery("""
                        WITH found AS (
                            SELECT * FROM weir.access_key
                            WHERE kind = 'api' AND secret = :hash AND revoked_at IS NULL
                              AND (ends_at IS NULL OR ends_at > :now)
                        ), noted AS (
                            UPDATE weir.access_key SET last_used_at = :now
                            WHERE id IN (SELECT id FROM found) AND (last_used_at IS NULL OR last_used_at < :before)
                        )
                        SELECT\s""" + COLUMNS + " FROM found")
                .bind("hash", hash)
                .bind("now", now)
                .bind("before", now.minus(USE_NOTED_EVERY))
                .map(KeyStore::row)
                .findOne();
    }

    /// A Hawk key that holds.
    public Optional<Sealed> hawk(Transaction transaction, String id, Instant now) {
        return transaction.handle().createQuery("SELECT encode(secret, 'hex') AS hex, sealed_with, " + COLUMNS + """
                         FROM weir.access_key
                        WHERE kind = 'hawk' AND id = :id AND revoked_at IS NULL AND (ends_at IS NULL OR ends_at > :now)
                        """)
                .bind("id", id)
                .bind("now", now)
                .map((row, context) ->
                        new Sealed(row(row, context), row.getString("hex"), row.getString("sealed_with")))
                .findOne();
    }

    /// Uses up a nonce if it is new and the key holds, in one statement; notes that the key was used.
    public boolean useNonce(Transaction transaction, String id, String nonce, long timestamp, Instant now, Instant expiresAt) {
        return transaction.handle().createQuery("""
                        WITH found AS (
                            SELECT id FROM weir.access_key
                            WHERE kind = 'hawk' AND id = :id AND revoked_at IS NULL
                              AND (ends_at IS NULL OR ends_at > :now)
                        ), used AS (
                            INSERT INTO weir.hawk_nonce (key_id, nonce, ts, expires_at)
                            SELECT id, :nonce, :timestamp, :expiresAt FROM found
                            ON CONFLICT DO NOTHING
                            RETURNING 1
                        ), noted AS (
                            UPDATE weir.access_key SET last_used_at = :now
                            WHERE id IN (SELECT id FROM found) AND (last_used_at IS NULL OR last_used_at < :before)
                        )
                        SELECT count(*) FROM used
                        """)
                .bind("id", id)
                .bind("nonce", nonce)
                .bind("timestamp", timestamp)
                .bind("now", now)
                .bind("expiresAt", expiresAt)
                .bind("before", now.minus(USE_NOTED_EVERY))
                .mapTo(Integer.class)
                .one() == 1;
    }

    /// Deletes some of the nonces that are past their expiry; processes that do it at once pass each other by.
    /// @return how many
    public int sweepNonces(Transaction transaction, Instant now) {
        return transaction.handle().createUpdate("""
                        DELETE FROM weir.hawk_nonce WHERE ctid IN (
                            SELECT ctid FROM weir.hawk_nonce WHERE expires_at < :now
                            LIMIT 10000 FOR UPDATE SKIP LOCKED)
                        """)
                .bind("now", now)
                .execute();
    }

    /// @return false when no key of that id was left to revoke
    public boolean revoke(Transaction transaction, String id, Instant now) {
        return transaction.handle()
                .createUpdate("UPDATE weir.access_key SET revoked_at = :now WHERE id = :id AND revoked_at IS NULL")
                .bind("id", id)
                .bind("now", now)
                .execute() == 1;
    }

    /// All keys, revoked ones too, by id.
    public List<KeyRow> all(Transaction transaction) {
        return transaction.handle()
                .createQuery("SELECT " + COLUMNS + " FROM weir.access_key ORDER BY id")
                .map(KeyStore::row)
                .list();
    }

    private static KeyRow row(ResultSet row, StatementContext context) throws SQLException {
        return new KeyRow(
                row.getString("id"),
                KeyKind.ofCode(row.getString("kind")),
                new OrganisationCode(row.getString("organisation")),
                List.of(row.getString("opens").split(" ", -1)),
                row.getString("description"),
                row.getString("made_by"),
                row.getTimestamp("made_at").toInstant(),
                moment(row, "ends_at"),
                moment(row, "revoked_at"),
                moment(row, "last_used_at"));
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }
}
