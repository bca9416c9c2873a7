package weir.stream.read;

import java.time.Duration;

/// What readers may take of this process.
///
/// @param readers   readings to the end at once
/// @param followers readings without an end at once
/// @param patience  how long a reading to the end waits for its turn
/// @param heartbeat how often a reading without an end shows that it lives when nothing comes
public record ReadLimits(int readers, int followers, Duration patience, Duration heartbeat) {

    /// A reading holds some 3 MB at most.
    public static final ReadLimits USUAL = new ReadLimits(24, 100, Duration.ofSeconds(5), Duration.ofSeconds(15));
}
