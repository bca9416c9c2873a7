package weir.platform.job;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How often and when failed work is tried again.
///
/// @param attempts tries in all, the first among them; the death of a process is not one
/// @param first    the wait after the first failure
/// @param factor   how much longer each further wait is
/// @param longest  no wait is longer, before jitter
/// @param jitter   0 to 1: each wait is up to this part longer, so that jobs that failed together do not come together
public record Retry(int attempts, Duration first, double factor, Duration longest, double jitter) {

    public Retry {
        if (attempts < 1 || first.isNegative() || factor < 1 || longest.compareTo(first) < 0 || jitter < 0 || jitter > 1) {
            throw new IllegalArgumentException(
                    "A retry rule needs one attempt or more, a factor of 1 or more, a longest wait no shorter than the first, "
                            + "and jitter between 0 and 1.");
        }
    }

    /// Five tries, after about 5 s, 20 s, 80 s and 5 minutes.
    public static Retry usual() {
        return new Retry(5, Duration.ofSeconds(5), 4, Duration.ofMinutes(10), 0.2);
    }

    /// One try.
    public static Retry never() {
        return new Retry(1, Duration.ZERO, 1, Duration.ZERO, 0);
    }

    /// Whether there is another try after so many failures.
    public boolean isLeft(int failures) {
        return failures < attempts;
    }

    /// The wait after so many failures.
    public Duration delay(int failures, RandomGenerator random) {
        double grown = (double) first.toMillis() * Math.pow(factor, Math.max(0, failures - 1.0));
        double bounded = Math.min(grown, (double) longest.toMillis());
        return Duration.ofMillis(Math.round(bounded * (1 + jitter * random.nextDouble())));
    }
}
