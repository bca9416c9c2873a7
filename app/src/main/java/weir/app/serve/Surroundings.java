package weir.app.serve;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// What the service takes from the machine.
///
/// @param clock    what time it is
/// @param nanos    a clock for time spans
/// @param random   for keys and tokens
/// @param programs where the embedded database's programs are unpacked; may be shared by data folders
public record Surroundings(InstantSource clock, LongSupplier nanos, SecureRandom random, Optional<Path> programs) {

    /// Those of a real process.
    public static Surroundings ofThisProcess(InstantSource clock) {
        Supplier<SecureRandom> random = SecureRandom::new;
        return new Surroundings(clock, System::nanoTime, random.get(), Optional.empty());
    }
}
