package weir.app.doctor;

import java.time.Duration;
import java.util.Optional;

/// What one look has found.
///
/// @param about what was looked at, in a word or two
/// @param found one sentence or less
/// @param mend  what to do; empty when nothing is to be done
/// @param time  how long it took, where that says something
record Finding(String about, Level level, String found, String mend, Optional<Duration> time) {

    /// How bad it is.
    enum Level {
        OK("ok"),
        WARNING("warning"),
        PROBLEM("problem");

        private final String word;

        Level(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    static Finding ok(String about, String found) {
        return new Finding(about, Level.OK, found, "", Optional.empty());
    }

    static Finding warning(String about, String found, String mend) {
        return new Finding(about, Level.WARNING, found, mend, Optional.empty());
    }

    static Finding problem(String about, String found, String mend) {
        return new Finding(about, Level.PROBLEM, found, mend, Optional.empty());
    }

    Finding in(Duration duration) {
        return new Finding(about, level, found, mend, Optional.of(duration));
    }
}
