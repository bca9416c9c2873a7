package weir.platform.access.key;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import weir.platform.access.hawk.HawkCredentials;
import weir.platform.access.hawk.HawkKey;
import weir.platform.access.key.store.KeyStore;
import weir.platform.database.Database;

/// Hawk keys and nonces of the database.
///
/// An opened key is remembered, so that a request costs one round trip: the statement that uses up its nonce asks at the
/// same time whether the key still holds. Safe for many threads.
public final class HawkKeys implements HawkCredentials {

    private static final int REMEMBERED = 1_000;
    private static final Duration SWEEP_EVERY = Duration.ofMinutes(1);

    private final Database database;
    private final ServiceKey serviceKey;
    private final InstantSource clock;
    private final Duration nonceLife;
    private final KeyStore store = new KeyStore();
    private final Map<String, HawkKey> opened = new LinkedHashMap<>(16, 0.75f, true);
    private Instant lastSweep = Instant.EPOCH;

    /// @param nonceLife how long a nonce is remembered: more than twice the skew that is allowed
    public HawkKeys(Database database, ServiceKey serviceKey, InstantSource clock, Duration nonceLife) {
        this.database = database;
        this.serviceKey = serviceKey;
        this.clock = clock;
        this.nonceLife = nonceLife;
    }

    /// @throws SealedWithAnotherKey when its secret cannot be opened
    @Override
    public Optional<HawkKey> find(String id) {
        synchronized (opened) {
            HawkKey known = opened.get(id);
            if (known != null) {
                return Optional.of(known);
            }
        }
        Optional<HawkKey> found = database.read(transaction -> store.hawk(transaction, id, clock.instant())).map(this::open);
        found.ifPresent(this::remember);
        return found;
    }

    private HawkKey open(KeyStore.Sealed sealed) {
        String id = sealed.key().id();
        return new HawkKey(id, serviceKey.open(id, HexFormat.of().parseHex(sealed.hex()), sealed.sealedWith()),
                sealed.key().organisation(), Set.copyOf(sealed.key().opens()));
    }

    private void remember(HawkKey key) {
        synchronized (opened) {
            opened.put(key.id(), key);
            if (opened.size() > REMEMBERED) {
                opened.remove(opened.keySet().iterator().next());
            }
        }
    }

    @Override
    public boolean use(HawkKey key, String nonce, long timestamp) {
        Instant now = clock.instant();
        boolean isSweep = isSweepDue(now);
        boolean isFresh = database.write(transaction -> {
            if (isSweep) {
                store.sweepNonces(transaction, now);
            }
            return store.useNonce(transaction, key.id(), nonce, timestamp, now, now.plus(nonceLife));
        });
        if (!isFresh) {
            synchronized (opened) {
                opened.remove(key.id());
            }
        }
        return isFresh;
    }

    private boolean isSweepDue(Instant now) {
        synchronized (opened) {
            boolean isDue = now.isAfter(lastSweep.plus(SWEEP_EVERY));
            lastSweep = isDue ? now : lastSweep;
            return isDue;
        }
    }
}
