package weir.platform.access.session;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

import weir.platform.access.Caller;
import weir.platform.access.Grant;
import weir.platform.access.OpaqueToken;
import weir.platform.access.session.store.SessionRow;
import weir.platform.access.session.store.SessionStore;
import weir.platform.access.session.store.SignedInBy;
import weir.platform.database.Database;
import weir.platform.database.Transaction;
import weir.platform.secret.Secret;

/// Starts, finds and ends sessions. Safe for many threads, and for many processes on one database.
public final class Sessions {

    /// Requests already on their way with the old token are let through this long.
    private static final Duration OLD_TOKEN_HOLDS = Duration.ofSeconds(30);
    private static final Duration SEEN_NOTED_EVERY = Duration.ofMinutes(1);

    private final Database database;
    private final SessionSettings settings;
    private final SecureRandom random;
    private final InstantSource clock;
    private final SessionStore store = new SessionStore();

    public Sessions(Database database, SessionSettings settings, SecureRandom random, InstantSource clock) {
        this.database = database;
        this.settings = settings;
        this.random = random;
        this.clock = clock;
    }

    /// Starts a session with a token of its own, whatever the browser brought along.
    /// @param proof something that changes when the session must no longer hold, such as a mark of the password's hash
    public Secret start(Transaction transaction, String person, SignedInBy source, String proof, Set<Grant> grants) {
        OpaqueToken token = OpaqueToken.make("", random);
        store.insert(transaction, token.hash(), person, source, proof, Grant.texts(grants), CsrfToken.newSecret(random), clock.instant());
        return token.text();
    }

    /// The session of a token; empty when there is none or it is over.
    public Optional<Session> find(Secret token) {
        OpaqueToken old = new OpaqueToken(token);
        Instant now = clock.instant();
        Optional<SessionRow> found = database.read(transaction -> store.find(transaction, old.hash(), now.minus(OLD_TOKEN_HOLDS)))
                .filter(row -> now.isBefore(row.startedAt().plus(settings.longest())) && now.isBefore(row.seenAt().plus(settings.idle())));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        SessionRow row = found.get();
        return Optional.of(new Session(
                new Caller.Person(row.person(), Grant.parseAll(row.grants())),
                row.source(),
                row.proof(),
                new CsrfToken(HexFormat.of().parseHex(row.csrfHex())),
                row.isPrevious() ? Optional.empty() : keepUp(old, row, now)));
    }

    private Optional<Secret> keepUp(OpaqueToken old, SessionRow row, Instant now) {
        if (!now.isBefore(row.rotatedAt().plus(settings.rotate()))) {
            OpaqueToken fresh = OpaqueToken.make("", random);
            boolean isOurs = database.write(transaction -> store.rotate(transaction, old.hash(), fresh.hash(), now));
            return isOurs ? Optional.of(fresh.text()) : Optional.empty();
        }
        if (!now.isBefore(row.seenAt().plus(seenNotedEvery()))) {
            database.change(transaction -> store.seen(transaction, row.id(), now));
        }
        return Optional.empty();
    }

    private Duration seenNotedEvery() {
        Duration quarter = settings.idle().dividedBy(4);
        return quarter.compareTo(SEEN_NOTED_EVERY) < 0 ? quarter : SEEN_NOTED_EVERY;
    }

    /// Ends one session.
    public void end(Secret token) {
        byte[] hash = new OpaqueToken(token).hash();
        database.change(transaction -> store.delete(transaction, hash));
    }

    /// Ends every session of a person.
    /// @return how many there were
    public int endAll(String person, SignedInBy source) {
        return database.write(transaction -> store.deleteAll(transaction, person, source));
    }

    /// Deletes what is over; to be called now and then.
    /// @return how many
    public int sweep() {
        Instant now = clock.instant();
        return database.write(transaction -> store.sweep(transaction, now.minus(settings.longest()), now.minus(settings.idle())));
    }
}
