package weir.platform.journal;

import java.time.Duration;

/// How the journal is kept.
///
/// @param sealEvery   how long an entry waits at most before it has its place in the chain, about
/// @param anchorEvery how often the head is written out of the database
public record JournalSettings(Duration sealEvery, Duration anchorEvery) {

    /// Each second; each ten minutes.
    public static JournalSettings usual() {
        return new JournalSettings(Duration.ofSeconds(1), Duration.ofMinutes(10));
    }
}
