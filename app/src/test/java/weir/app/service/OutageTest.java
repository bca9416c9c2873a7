package weir.app.service;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.app.service.Client.Answer;
import weir.app.service.Load.Acknowledged;
import weir.app.service.Load.Answered;

import static org.assertj.core.api.Assertions.assertThat;

/// The database, the broker and the bucket go away under load, one after the other, and come back: what needs them is
/// told to come again, the rest goes on, and nothing is lost or done twice.
@Order(4)
final class OutageTest {

    private static final Duration AWAY = Boolean.getBoolean("weir.long") ? Duration.ofSeconds(30) : Duration.ofSeconds(6);

    /// A connection is waited for 5 s; the rest is for a busy machine.
    private static final Duration A_FEW_SECONDS = Duration.ofSeconds(10);

    @TempDir
    private Path temporary;

    @FunctionalInterface
    private interface Step {

        void run() throws IOException;
    }

    @Test
    void whatNeedsAPartThatIsAwayIsToldToComeAgainAndNothingIsLostOrDoneTwice() throws IOException, InterruptedException {
        List<Acknowledged> acknowledged = new ArrayList<>();
        try (Outside outside = Outside.start(temporary);
                RunningWeir weir = RunningWeir.start(outside.place("weir"))) {
            Client client = weir.client();
            try (Load load = Load.on(0, List.of(client, client))) {
                awaitMore(load);
                away(client, "database", outside::stopDatabase, () -> needsIt(client, "/v1/jobs"), outside::bringBackDatabase);
                awaitMore(load);
                int refused = load.refused().size();
                away(client, "broker", outside::stopBroker, () -> awaitMore(load), outside::bringBackBroker);
                assertThat(load.refused()).as("what does not need the broker goes on").hasSize(refused);
                awaitMore(load);
                away(client, "objects", outside::stopObjects, () -> {
                    needsIt(client, "/v1/journal/verification");
                    assertThat(client.get("/v1/jobs").status()).as("what needs no objects goes on").isEqualTo(200);
                }, outside::bringBackObjects);
                awaitMore(load);
                load.end();
                assertThat(load.unanswered()).isZero();
                assertThat(load.refused()).hasSizeGreaterThan(refused).allSatisfy(OutageTest::saysToComeAgain);
                acknowledged.addAll(load.acknowledged());
            }
            Reckoning.of(client).everythingIsThereOnce(acknowledged);
            // The library that claims jobs says so when it cannot; of ours, nobody needs to act.
            assertThat(weir.place().said().lines().filter(line -> line.contains(" ERROR ")))
                    .allMatch(line -> line.endsWith("Unhandled exception. Will keep running."));
        }
    }

    private static void away(Client client, String part, Step stop, Step meanwhile, Step bringBack)
            throws IOException, InterruptedException {
        stop.run();
        long begun = System.nanoTime();
        Awaitility.await(part + " is seen to be down").atMost(A_FEW_SECONDS).untilAsserted(() -> {
            assertThat(client.health(part)).isEqualTo("down");
            assertThat(client.get("/health").status()).isEqualTo(503);
            assertThat(client.get("/health/live").status()).isEqualTo(200);
        });
        for (String other : List.of("database", "broker", "objects")) {
            assertThat(other.equals(part) ? "up" : client.health(other)).isEqualTo("up");
        }
        meanwhile.run();
        TimeUnit.NANOSECONDS.sleep(AWAY.toNanos() - (System.nanoTime() - begun));
        bringBack.run();
        Awaitility.await(part + " is back").atMost(RunningWeir.PATIENCE).until(client::isReady);
    }

    private static void needsIt(Client client, String path) throws IOException {
        long begun = System.nanoTime();
        Answer answer = client.get(path);
        saysToComeAgain(new Answered(answer, Duration.ofNanos(System.nanoTime() - begun)));
    }

    private static void saysToComeAgain(Answered refused) {
        assertThat(refused.answer().status()).as(refused.answer().body()).isEqualTo(503);
        assertThat(refused.answer().isProblem()).isTrue();
        assertThat(refused.answer().retryAfter()).hasValue("5");
        assertThat(refused.time()).isLessThan(A_FEW_SECONDS);
    }

    private static void awaitMore(Load load) {
        int before = load.acknowledged().size();
        Awaitility.await("deliveries go on").atMost(RunningWeir.PATIENCE).until(() -> load.acknowledged().size() > before + 10);
    }
}
