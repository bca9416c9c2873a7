package weir.app.service;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/// How the service opens its listeners and how it closes them.
final class ListenerTest {

    @TempDir
    private Path temporary;

    @ParameterizedTest
    @ValueSource(strings = {"WEIR_WEB_HOST", "WEIR_STREAM_HOST"})
    void aListenerThatOthersReachRefusesToStartWithoutSignOn(String host) throws IOException, InterruptedException {
        Place place = Place.in(temporary).with(host, "0.0.0.0");
        try (RunningWeir weir = RunningWeir.launch(place)) {
            assertThat(weir.exit()).isEqualTo(2);
        }
        assertThat(place.said().lines().filter(line -> line.startsWith("weir: ")))
                .singleElement().asString().contains("0.0.0.0", "access.sign-on");
        assertThat(place.said()).doesNotContain("Exception", "\tat ", "Listening");
        assertThat(Postgres.under(temporary)).isEmpty();
    }

    @Test
    void finishesWhatItHasAcceptedWhenItIsStoppedUnderLoad() throws IOException, InterruptedException {
        Place place = Place.in(temporary);
        Client client = new Client(place.address());
        try (RunningWeir weir = RunningWeir.start(place);
                Load load = Load.on(0, List.of(client, client, client, client))) {
            byte[] slow = Load.content(1_000_000);
            Awaitility.await("load").atMost(RunningWeir.PATIENCE).until(() -> load.acknowledged().size() > 40);
            try (Upload upload = Upload.begin(place.port(), Client.deliveries(Load.ORGANISATION, "2019/reviews.csv"), slow.length)) {
                upload.send(Arrays.copyOf(slow, 20));
                weir.process().destroy();
                Awaitility.await("stopping").atMost(RunningWeir.PATIENCE).until(() -> place.said().contains("Stopping"));
                for (int sent = 20; sent < slow.length; sent++) {
                    TimeUnit.MILLISECONDS.sleep(50);
                    upload.send(Arrays.copyOfRange(slow, sent, sent + 1));
                }
                assertThat(upload.answer()).startsWith("HTTP/1.1 201 ");
            }
            assertThat(weir.exit()).isEqualTo(143);
            load.end();
            assertThat(load.refused()).allSatisfy(one -> assertThat(one.answer().status()).isEqualTo(503));
            assertThat(place.said().lines().filter(line -> line.contains("route=/v1/deliveries status=201")))
                    .as("what was kept was answered").hasSize(load.acknowledged().size() + 1);
            assertThat(place.said()).contains("Stopped.").doesNotContain("did not stop cleanly", "ERROR");
            assertThat(Postgres.under(temporary)).isEmpty();
            weir.restart();
            Reckoning.of(client).everythingIsThereOnce(load.acknowledged());
        }
    }
}
