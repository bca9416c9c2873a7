package weir.platform.database;

import java.time.Duration;

/// How the database is used.
///
/// @param poolSize       connections of this process at most
/// @param connectionWait how long to wait for a free connection before the answer is "unavailable"
public record DatabaseSettings(int poolSize, Duration connectionWait) {

    /// 16 connections, 5 seconds.
    public static DatabaseSettings usual() {
        return new DatabaseSettings(16, Duration.ofSeconds(5));
    }
}
