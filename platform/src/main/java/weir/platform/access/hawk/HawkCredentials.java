package weir.platform.access.hawk;

import java.util.Optional;

/// The keys the server knows and the nonces it has seen. Safe for many threads.
public interface HawkCredentials {

    /// A key by its id; empty when it is unknown, revoked or past its end. The answer may be some seconds old.
    /// @throws weir.platform.outage.Unavailable when they cannot be looked at
    Optional<HawkKey> find(String id);

    /// Uses up a nonce for ever, at once and for every process, if it is new and the key is valid at this moment.
    /// @return false when the nonce was used or the key no longer holds
    /// @throws weir.platform.outage.Unavailable when it cannot be written down
    boolean use(HawkKey key, String nonce, long timestamp);
}
