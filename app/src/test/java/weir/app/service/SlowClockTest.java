package weir.app.service;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.app.WeirProgram;
import weir.app.serve.Service;
import weir.app.serve.Surroundings;
import weir.engine.dataset.Datasets;
import weir.engine.organisation.Organisations;

import static org.assertj.core.api.Assertions.assertThat;

/// One of two processes has a clock that is two hours slow.
final class SlowClockTest {

    private static final Duration SLOW = Duration.ofHours(2);

    @TempDir
    private Path temporary;

    @Test
    void workIsDoneOnceAndInTimeThoughTheClockOfOneProcessIsTwoHoursSlow() throws IOException, InterruptedException {
        Instant begun = InstantSource.system().instant();
        try (Outside outside = Outside.start(temporary);
                RunningWeir right = RunningWeir.start(outside.place("right"));
                Service slow = slow(outside.place("slow"))) {
            Client toSlow = new Client(slow.addresses().getFirst());
            Client toRight = right.client();
            try (Load load = Load.on(0, List.of(toSlow, toRight))) {
                Awaitility.await("deliveries").atMost(RunningWeir.PATIENCE).until(() -> load.acknowledged().size() > 60);
                load.end();
                assertThat(load.refused()).isEmpty();
                assertThat(load.unanswered()).isZero();
                Reckoning.of(toSlow).everythingIsThereOnce(load.acknowledged());
            }
            List<Instant> received = times(toRight.deliveries(Load.ORGANISATION).stream().map(one -> one.path("received_at").asString()));
            List<Instant> written = times(toRight.journal().stream().map(one -> one.path("at").asString()));
            assertThat(Stream.concat(received.stream(), written.stream()))
                    .allMatch(time -> Duration.between(begun, time).abs().compareTo(Duration.ofMinutes(10)) < 0);
            assertThat(toSlow.get("/health").status()).isEqualTo(200);
        }
    }

    private static List<Instant> times(Stream<String> texts) {
        return texts.map(Instant::parse).toList();
    }

    private static Service slow(Place place) throws IOException {
        Path datasets = WeirProgram.root().resolve("datasets");
        InstantSource clock = () -> InstantSource.system().instant().minus(SLOW);
        Datasets all = Datasets.in(datasets);
        return Service.start(
                place.values(),
                new Surroundings(clock, System::nanoTime, new SecureRandom()),
                () -> all,
                Organisations.read(datasets.resolve("organisations.yaml")));
    }
}
