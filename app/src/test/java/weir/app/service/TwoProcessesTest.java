package weir.app.service;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.app.service.Load.Acknowledged;

import static org.assertj.core.api.Assertions.assertThat;

/// Two whole processes and one that only answers requests share a database, a broker and a bucket.
final class TwoProcessesTest {

    @TempDir
    private Path temporary;

    @Test
    void doEveryAcceptedPieceOfWorkOnceThoughOneIsKilledUnderLoad() throws IOException, InterruptedException {
        try (Outside outside = Outside.start(temporary);
                RunningWeir first = RunningWeir.launch(outside.place("first"));
                RunningWeir second = RunningWeir.launch(outside.place("second"));
                RunningWeir door = RunningWeir.launch(outside.place("door"), "--roles", "web")) {
            first.awaitReady();
            second.awaitReady();
            door.awaitReady();
            Client toFirst = first.client();
            Client toSecond = second.client();
            Client toDoor = door.client();
            try (Load onFirst = Load.on(0, List.of(toFirst));
                    Load others = Load.on(100_000, List.of(toSecond, toDoor))) {
                Awaitility.await("work under way").atMost(RunningWeir.PATIENCE)
                        .until(() -> onFirst.acknowledged().size() > 20 && others.acknowledged().size() > 40);
                first.kill();
                int before = others.acknowledged().size();
                onFirst.end();
                Awaitility.await("the others go on").atMost(RunningWeir.PATIENCE)
                        .until(() -> others.acknowledged().size() > before + 30);
                others.end();
                assertThat(others.refused()).isEmpty();
                assertThat(others.unanswered()).isZero();
                List<Acknowledged> acknowledged =
                        Stream.concat(onFirst.acknowledged().stream(), others.acknowledged().stream()).toList();
                Reckoning.of(toDoor).everythingIsThereOnce(acknowledged);
                assertThat(toSecond.deliveries(Load.ORGANISATION)).isEqualTo(toDoor.deliveries(Load.ORGANISATION));
            }
            assertThat(door.place().said()).doesNotContain("takes up jobs");
            assertThat(second.stop()).isEqualTo(143);
        }
    }
}
