package weir.platform.health;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class HealthTest {

    private Instant now = Instant.parse("2026-03-31T12:00:00Z");
    private final InstantSource clock = () -> now;

    @Test
    void isReadyWhenEveryPartIs() {
        try (Health health = new Health(List.of(new HealthCheck("a", () -> {}), new HealthCheck("b", () -> {})), clock, () -> 0)) {
            assertThat(health.report().isReady()).isTrue();
            assertThat(health.report().shown()).containsEntry("status", "up");
        }
    }

    @Test
    void isNotReadyWhenOnePartIsDownAndShowsNothingOfWhatItSaid() {
        try (Health health = new Health(
                List.of(new HealthCheck("a", () -> {}), new HealthCheck("b", () -> {
                    throw new IllegalStateException("postgres at db.internal refused");
                })),
                clock,
                () -> 0)) {
            Health.Report report = health.report();
            assertThat(report.isReady()).isFalse();
            assertThat(report.parts()).extracting(Health.Part::isUp).containsExactly(true, false);
            assertThat(report.shown().toString()).doesNotContain("db.internal");
        }
    }

    @Test
    void doesNotWaitForAPartThatIsSilent() {
        CountDownLatch never = new CountDownLatch(1);
        try (Health health = new Health(List.of(new HealthCheck("silent", () -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        })), clock, () -> 0)) {
            assertThat(health.report().parts().getFirst().failure().orElseThrow()).contains("did not answer");
        }
    }

    @Test
    void asksAtMostOnceASecond() {
        AtomicInteger asked = new AtomicInteger();
        try (Health health = new Health(List.of(new HealthCheck("a", asked::incrementAndGet)), clock, () -> 0)) {
            health.report();
            health.report();
            assertThat(asked).hasValue(1);
            now = now.plus(Duration.ofSeconds(2));
            health.report();
            assertThat(asked).hasValue(2);
        }
    }

    @Test
    void isNotReadyOnceItStops() {
        try (Health health = new Health(List.of(), clock, () -> 0)) {
            assertThat(health.report().isReady()).isTrue();
            health.stopping();
            assertThat(health.report().isReady()).isFalse();
        }
    }
}
