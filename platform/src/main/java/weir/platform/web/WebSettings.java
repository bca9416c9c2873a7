package weir.platform.web;

import java.time.Duration;

import weir.platform.unit.DataSize;

/// How requests are taken.
///
/// @param maxBody     the largest body of a route that names no limit of its own
/// @param maxHeaders  the largest header block
/// @param connections how many may be open at once, as far as the process may have so many; who comes on top waits
/// @param idleTimeout how long a connection may be silent
/// @param stopWait    how long accepted requests may take when the server stops
/// @param stopSilence how long a connection may be silent once the server stops: an upload goes on, one that waits for
///                    its next request does not hold the stop up for longer
public record WebSettings(
        DataSize maxBody, DataSize maxHeaders, int connections, Duration idleTimeout, Duration stopWait, Duration stopSilence) {

    /// 1 MB, 16 KB, 10,000 connections, 60 seconds, 30 seconds, half a second.
    public static WebSettings usual() {
        return new WebSettings(
                DataSize.ofMegabytes(1), new DataSize(16 << 10), 10_000, Duration.ofSeconds(60), Duration.ofSeconds(30),
                Duration.ofMillis(500));
    }

    public WebSettings withStopSilence(Duration silence) {
        return new WebSettings(maxBody, maxHeaders, connections, idleTimeout, stopWait, silence);
    }
}
