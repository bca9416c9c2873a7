package weir.platform.access.signon.store;

import java.time.Instant;
import java.util.Optional;

import weir.platform.database.Transaction;

/// The table of sign-ons on their way. State and browser come as hashes.
public final class AttemptStore {

    /// Keeps one, and deletes those that were never finished.
    public void insert(
            Transaction transaction, byte[] state, byte[] browser, Attempt attempt, Instant now, Instant expiresAt) {
        transaction.handle().createUpdate("DELETE FROM weir.sign_on_attempt WHERE expires_at < :now")
                .bind("now", now)
                .execute();
        transaction.handle().createUpdate("""
                        INSERT INTO weir.sign_on_attempt (state_hash, browser_hash, nonce, verifier, next, expires_at)
                        VALUES (:state, :browser, :nonce, :verifier, :next, :expiresAt)
                        """)
                .bind("state", state)
                .bind("browser", browser)
                .bind("nonce", attempt.nonce())
                .bind("verifier", attempt.verifier())
                .bind("next", attempt.next())
                .bind("expiresAt", expiresAt)
                .execute();
    }

    /// Takes one away and gives it: nobody finishes it twice.
    public Optional<Attempt> take(Transaction transaction, byte[] state, byte[] browser, Instant now) {
        return transaction.handle().createQuery("""
                        WITH taken AS (
                            DELETE FROM weir.sign_on_attempt
                            WHERE state_hash = :state AND browser_hash = :browser
                            RETURNING nonce, verifier, next, expires_at
                        )
                        SELECT nonce, verifier, next FROM taken WHERE expires_at > :now
                        """)
                .bind("state", state)
                .bind("browser", browser)
                .bind("now", now)
                .map((row, _) -> new Attempt(row.getString("nonce"), row.getString("verifier"), row.getString("next")))
                .findOne();
    }
}
