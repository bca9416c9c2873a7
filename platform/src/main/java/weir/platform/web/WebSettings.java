package weir.platform.web;

import java.time.Duration;

import weir.platform.unit.DataSize;

/// How requests are taken.
///
/// @param maxBody     the largest body of a route that names no limit of its own
/// @param maxHeaders  the largest header block
/// @param idleTimeout how long a connection may be silent
/// @param stopWait    how long accepted requests may take when the server stops
public record WebSettings(DataSize maxBody, DataSize maxHeaders, Duration idleTimeout, Duration stopWait) {

    /// 1 MB, 16 KB, 60 seconds, 30 seconds.
    public static WebSettings usual() {
        return new WebSettings(
                DataSize.ofMegabytes(1), new DataSize(16 << 10), Duration.ofSeconds(60), Duration.ofSeconds(30));
    }
}
