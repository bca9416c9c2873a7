package weir.app.service;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/// Two processes that start at once on one data folder.
final class SameFolderTest {

    @TempDir
    private Path temporary;

    @Test
    void oneServesAndTheOtherSaysWhoHasTheFolder() throws IOException, InterruptedException {
        Place one = Place.in(temporary.resolve("one"));
        Place other = Place.in(temporary.resolve("other")).with("WEIR_DATA", one.data());
        try (RunningWeir first = RunningWeir.launch(one);
                RunningWeir second = RunningWeir.launch(other)) {
            Awaitility.await("one of them ends").atMost(RunningWeir.PATIENCE)
                    .until(() -> !first.process().isAlive() || !second.process().isAlive());
            List<RunningWeir> both = first.process().isAlive() ? List.of(first, second) : List.of(second, first);
            RunningWeir holder = both.getFirst().awaitReady();
            RunningWeir ended = both.getLast();
            assertThat(ended.exit()).isEqualTo(3);
            assertThat(ended.place().said().lines().filter(line -> line.startsWith("weir: ")))
                    .singleElement().asString()
                    .contains(one.data().toString(), "in use by process " + holder.process().pid(), "stop that one");
            assertThat(ended.place().said()).doesNotContain("Exception", "\tat ");
            assertThat(holder.stop()).isEqualTo(143);
            ended.restart();
            assertThat(ended.stop()).isEqualTo(143);
        }
        assertThat(Postgres.under(temporary)).isEmpty();
    }
}
