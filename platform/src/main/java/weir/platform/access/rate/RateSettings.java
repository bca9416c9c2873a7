package weir.platform.access.rate;

import java.time.Duration;

/// How much is taken from one caller and one address. Kept by each process for itself.
///
/// @param caller       requests of one known caller
/// @param address      requests of one address
/// @param signInFailed failed sign-ins of one name from one address; none is locked out, the next just has to wait
/// @param signInFailedAddress failed sign-ins of one address, whatever the name
/// @param hawkFailed   failed Hawk requests of one address
public record RateSettings(Rate caller, Rate address, Rate signInFailed, Rate signInFailedAddress, Rate hawkFailed) {

    /// 200 and 50 a second for a caller, 400 and 100 a second for an address, 5 and one in 10 seconds for a name, 20 and
    /// one in 3 seconds for an address' sign-ins, 30 and one a second for failed Hawk requests.
    public static RateSettings usual() {
        return new RateSettings(
                new Rate(200, Duration.ofMillis(20)),
                new Rate(400, Duration.ofMillis(10)),
                new Rate(5, Duration.ofSeconds(10)),
                new Rate(20, Duration.ofSeconds(3)),
                new Rate(30, Duration.ofSeconds(1)));
    }

    /// The same for a listener whose clients are programs that post each message by itself: 20,000 and 10,000 a second for a
    /// caller and an address. Failed sign-ins are as rare as anywhere.
    public RateSettings forMessages() {
        Rate messages = new Rate(20_000, Duration.ofNanos(100_000));
        return new RateSettings(messages, messages, signInFailed, signInFailedAddress, hawkFailed);
    }
}
