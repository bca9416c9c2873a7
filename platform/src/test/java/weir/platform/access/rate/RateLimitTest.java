package weir.platform.access.rate;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import weir.platform.access.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;

final class RateLimitTest {

    private final SettableClock clock = new SettableClock(Instant.EPOCH);
    private final RateLimit limit = new RateLimit(new Rate(3, Duration.ofSeconds(10)), clock);

    @Test
    void allowsABurstAndThenOneAfterEachInterval() {
        assertThat(limit.take("a")).isZero();
        assertThat(limit.take("a")).isZero();
        assertThat(limit.take("a")).isZero();
        assertThat(limit.take("a")).isEqualTo(Duration.ofSeconds(10));
        clock.pass(Duration.ofSeconds(4));
        assertThat(limit.take("a")).isEqualTo(Duration.ofSeconds(6));
        clock.pass(Duration.ofSeconds(6));
        assertThat(limit.take("a")).isZero();
        assertThat(limit.take("a")).isEqualTo(Duration.ofSeconds(10));
        clock.pass(Duration.ofHours(1));
        for (int i = 0; i < 3; i++) {
            assertThat(limit.take("a")).isZero();
        }
        assertThat(limit.take("a")).isPositive();
    }

    @Test
    void keepsNamesApart() {
        for (int i = 0; i < 5; i++) {
            limit.take("a");
        }
        assertThat(limit.take("b")).isZero();
    }

    @Test
    void givesBackWhatDidNotCount() {
        for (int i = 0; i < 50; i++) {
            assertThat(limit.take("a")).isZero();
            limit.giveBack("a");
        }
        limit.giveBack("never seen");
    }

    @Test
    void asksWithoutTaking() {
        for (int i = 0; i < 10; i++) {
            assertThat(limit.waiting("a")).isZero();
        }
        assertThat(limit.size()).isZero();
    }

    @Test
    void holdsABoundedNumberOfNames() {
        for (int i = 0; i < 50_000; i++) {
            limit.take("name " + i);
        }
        assertThat(limit.size()).isEqualTo(20_000);
    }
}
