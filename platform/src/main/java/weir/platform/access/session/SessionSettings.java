package weir.platform.access.session;

import java.time.Duration;

/// How long sessions last.
///
/// @param idle    a session without a request for this long is over
/// @param longest a session is over after this long, used or not
/// @param rotate  a token is changed after this long
public record SessionSettings(Duration idle, Duration longest, Duration rotate) {

    public SessionSettings {
        if (!idle.isPositive() || !longest.isPositive() || !rotate.isPositive()) {
            throw new IllegalArgumentException("The times of a session must be longer than nothing.");
        }
    }

    /// 30 minutes, 12 hours, 15 minutes.
    public static SessionSettings usual() {
        return new SessionSettings(Duration.ofMinutes(30), Duration.ofHours(12), Duration.ofMinutes(15));
    }
}
