package weir.app.serve;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// What the service takes from the machine.
///
/// @param clock    what time it is
/// @param nanos    a clock for time spans
/// @param random   for keys and tokens
public record Surroundings(InstantSource clock, LongSupplier nanos, SecureRandom random) {

    /// Those of a real process.
    public static Surroundings ofThisProcess(InstantSource clock) {
        Supplier<SecureRandom> random = SecureRandom::new;
        return new Surroundings(clock, System::nanoTime, random.get());
    }
}
