package weir.app.service;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.platform.objects.ObjectSettings;
import weir.platform.objects.ObjectStore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/// A process that is killed at any moment loses nothing it has acknowledged, and the next one needs no hand.
@Order(5)
final class KilledServiceTest {

    private static final int ROUNDS = Boolean.getBoolean("weir.long") ? 20 : 3;
    private static final int EACH_ROUND = 5;

    @TempDir
    private Path temporary;

    @Test
    void losesNothingItAcknowledgedWhenItIsKilledAgainAndAgain() throws IOException, InterruptedException {
        long seed = Long.getLong("weir.seed", System.nanoTime());
        SplittableRandom random = new SplittableRandom(seed);
        Place place = Place.in(temporary);
        Client client = new Client(place.address());
        try (RunningWeir running = RunningWeir.start(place);
                Load load = Load.on(0, List.of(client, client))) {
            for (int round = 0; round < ROUNDS; round++) {
                int enough = load.acknowledged().size() + EACH_ROUND;
                await().atMost(Duration.ofMinutes(2)).until(() -> load.acknowledged().size() >= enough);
                TimeUnit.MILLISECONDS.sleep(random.nextInt(2_000));
                running.kill();
                running.restart();
            }
            load.end();
            assertThat(load.refused()).as("seed %s, and it said:\n%s", seed, place.complaints()).isEmpty();
            Reckoning.of(client).everythingIsThereOnce(load.acknowledged());
            assertThat(running.stop()).isEqualTo(143);
            try (ObjectStore objects = ObjectStore.open(ObjectSettings.inFolder(place.data().resolve("objects")), InstantSource.system())) {
                Reckoning.theBytesAreThere(objects, load.acknowledged());
            }
        }
        assertThat(Postgres.under(place.folder())).as("databases left behind").isEmpty();
        assertThat(place.data().resolve("work")).isEmptyDirectory();
    }
}
