package weir.platform.access.key;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import weir.platform.access.AccessEvents;
import weir.platform.access.Caller;
import weir.platform.access.Grant;
import weir.platform.access.HawkScope;
import weir.platform.access.OpaqueToken;
import weir.platform.access.Role;
import weir.platform.access.key.store.KeyKind;
import weir.platform.access.key.store.KeyRow;
import weir.platform.access.key.store.KeyStore;
import weir.platform.database.Database;
import weir.platform.secret.Secret;

/// Makes, lists and revokes keys, and finds who holds an API key. Safe for many threads.
public final class Keys {

    /// What every token begins with, so that scanners of code and logs can find one that got away.
    public static final String TOKEN_PREFIX = "weir_";

    private static final int SHORTEST_GIVEN_SECRET = 16;

    private final Database database;
    private final ServiceKey serviceKey;
    private final SecureRandom random;
    private final InstantSource clock;
    private final AccessEvents events;
    private final KeyStore store = new KeyStore();

    public Keys(Database database, ServiceKey serviceKey, SecureRandom random, InstantSource clock, AccessEvents events) {
        this.database = database;
        this.serviceKey = serviceKey;
        this.random = random;
        this.clock = clock;
        this.events = events;
    }

    /// Makes an API key. Its token is in the answer and nowhere else.
    /// @throws KeyRefused when it would have no role, or one of another organisation
    public NewKey makeApiKey(KeyRequest request, Set<Grant> grants) {
        for (Grant grant : grants) {
            if (grant.role().place() == Role.Place.ORGANISATION
                    && !grant.place().equals(request.organisation().value())) {
                throw new KeyRefused("A key of " + request.organisation() + " can have no role of another organisation.");
            }
        }
        OpaqueToken token = OpaqueToken.make(TOKEN_PREFIX, random);
        String id = newId("key-");
        insert(row(request, id, KeyKind.API, Grant.texts(grants)), token.hash(), "");
        return new NewKey(id, token.text());
    }

    /// Makes a Hawk key with a random secret.
    /// @param scopes names of what it opens, or `*`
    /// @throws KeyRefused when the id is taken, for a key that was revoked too
    public NewKey makeHawkKey(KeyRequest request, String id, Set<String> scopes) {
        return importHawkKey(request, id, OpaqueToken.make("", random).text(), scopes);
    }

    /// The same with the secret an old service has given to its client, so that the client need not change.
    /// @throws KeyRefused when the id is taken or not fit for a header, or the secret is under 16 characters
    public NewKey importHawkKey(KeyRequest request, String id, Secret secret, Set<String> scopes) {
        if (!id.matches("[A-Za-z0-9_.@-]{1,64}")) {
            throw new KeyRefused("The id of a Hawk key is 1 to 64 letters, digits, dots, hyphens, underscores and at signs.");
        }
        if (secret.reveal().length() < SHORTEST_GIVEN_SECRET) {
            throw new KeyRefused("The secret of a Hawk key has 16 characters or more: have it changed.");
        }
        insert(row(request, id, KeyKind.HAWK, scopes.stream().map(Keys::checkedScope).sorted().toList()),
                serviceKey.seal(id, secret), serviceKey.id());
        return new NewKey(id, secret);
    }

    /// A fresh id for a Hawk key whose maker names none.
    public String newHawkId() {
        return newId("hawk-");
    }

    private static String checkedScope(String scope) {
        try {
            return scope.equals(HawkScope.ALL) ? scope : new HawkScope(scope).name();
        } catch (IllegalArgumentException e) {
            throw new KeyRefused(e.getMessage() == null ? "" : e.getMessage());
        }
    }

    private String newId(String prefix) {
        byte[] bytes = new byte[6];
        random.nextBytes(bytes);
        return prefix + HexFormat.of().formatHex(bytes);
    }

    private KeyRow row(KeyRequest request, String id, KeyKind kind, List<String> opens) {
        if (opens.isEmpty()) {
            throw new KeyRefused("A key that opens nothing is of no use: give it a role or a scope.");
        }
        Instant now = clock.instant();
        return new KeyRow(id, kind, request.organisation(), opens, request.description(), request.by(), now,
                request.lasts().map(now::plus), Optional.empty(), Optional.empty());
    }

    private void insert(KeyRow row, byte[] secret, String sealedWith) {
        database.change(transaction -> {
            if (!store.insert(transaction, row, secret, sealedWith)) {
                throw new KeyRefused("There is a key with the id " + row.id() + ", or was: take another id.");
            }
            events.keyMade(transaction, row.madeBy(), row.id(), row.organisation());
        });
    }

    /// From the next request on the key opens nothing, in every process.
    /// @return false when there was no key of that id to revoke
    public boolean revoke(String by, String id) {
        return database.write(transaction -> {
            boolean isRevoked = store.revoke(transaction, id, clock.instant());
            if (isRevoked) {
                events.keyRevoked(transaction, by, id);
            }
            return isRevoked;
        });
    }

    /// All keys without their secrets, revoked ones too, by id.
    public List<KeyRow> list() {
        return database.read(store::all);
    }

    /// The program that holds a token; empty when the key is unknown, revoked or past its end.
    public Optional<Caller.Program> program(Secret token) {
        if (!token.reveal().startsWith(TOKEN_PREFIX)) {
            return Optional.empty();
        }
        byte[] hash = new OpaqueToken(token).hash();
        return database.write(transaction -> store.byToken(transaction, hash, clock.instant()))
                .map(key -> new Caller.Program(key.id(), key.organisation(), Grant.parseAll(key.opens()), Set.of()));
    }
}
