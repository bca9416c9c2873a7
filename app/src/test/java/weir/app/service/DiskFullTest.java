package weir.app.service;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.app.Folders;
import weir.app.Mount;
import weir.app.Returns;
import weir.app.service.Client.Answer;
import weir.app.service.Load.Acknowledged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// A full disk refuses deliveries and breaks nothing; once there is room, everything goes on by itself.
@Order(7)
final class DiskFullTest {

    private static final int MEGABYTE = 1 << 20;

    @TempDir
    private Path temporary;

    @Test
    void refusesDeliveriesWhileTheObjectsHaveNoRoomAndGoesOnWhenThereIsSome() throws IOException, InterruptedException {
        Path disk = temporary.resolve("disk");
        try (Mount mount = Mount.of(disk, "size=8m")) {
            assumeTrue(mount.isMounted(), "a small file system cannot be mounted here");
            Place place = Place.in(temporary.resolve("weir")).with("WEIR_OBJECTS_URL", "file:" + disk.resolve("objects"));
            try (RunningWeir weir = RunningWeir.start(place)) {
                refuses(weir.client(), disk);
                assertThat(weir.process().isAlive()).isTrue();
                assertThat(weir.stop()).isEqualTo(143);
            }
        }
    }

    @Test
    void livesThroughAFullDiskUnderItsDataFolder() throws IOException, InterruptedException {
        Path disk = temporary.resolve("disk");
        try (Outside outside = Outside.start(temporary.resolve("outside"));
                Mount mount = Mount.of(disk, "size=8m")) {
            assumeTrue(mount.isMounted(), "a small file system cannot be mounted here");
            Place place = outside.place("weir").with("WEIR_DATA", disk.resolve("data"))
                    .with("WEIR_OBJECTS_URL", "file:" + disk.resolve("objects"));
            try (RunningWeir weir = RunningWeir.start(place)) {
                refuses(weir.client(), disk);
                assertThat(weir.stop()).isEqualTo(143);
            }
        }
    }

    private static void refuses(Client client, Path disk) throws IOException {
        List<Acknowledged> acknowledged = new ArrayList<>();
        for (int child = 0; child < 5; child++) {
            acknowledged.add(accepted(client, child));
        }
        Reckoning.of(client).everythingIsThereOnce(acknowledged);
        Path ballast = disk.resolve("ballast");
        fill(ballast);
        List<String> before = files(disk);
        Answer refused = client.handIn(Load.ORGANISATION, "2019/reviews.csv", large());
        assertThat(refused.status()).isEqualTo(507);
        assertThat(refused.isProblem()).isTrue();
        assertThat(refused.body()).contains("The disk is full", "Nothing was kept");
        assertThat(files(disk)).isEqualTo(before);
        assertThat(client.deliveries(Load.ORGANISATION)).hasSize(acknowledged.size());
        assertThat(client.get("/v1/jobs").status()).isEqualTo(200);
        Files.delete(ballast);
        for (int child = 5; child < 10; child++) {
            acknowledged.add(accepted(client, child));
        }
        Reckoning.of(client).everythingIsThereOnce(acknowledged);
    }

    private static Acknowledged accepted(Client client, int child) throws IOException {
        String file = Load.YEARS.get(child % Load.YEARS.size()) + "/reviews.csv";
        Answer answer = client.handIn(Load.ORGANISATION, file, Load.content(child));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return new Acknowledged(answer.json().path("id").asString(), file, answer.json().path("resource").asString(), child);
    }

    private static byte[] large() {
        StringBuilder text = new StringBuilder(Returns.REVIEWS_HEADER).append('\n');
        IntStream.range(0, 100_000).forEach(child -> text.append(child).append(",01/02/2010,03/04/2019,PN1\n"));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /// Leaves no room for a small file either.
    private static void fill(Path ballast) throws IOException {
        byte[] block = new byte[4096];
        try (var out = Files.newOutputStream(ballast)) {
            for (int written = 0; written < 64 * MEGABYTE; written += block.length) {
                out.write(block);
            }
            throw new IllegalStateException("The disk is not small.");
        } catch (IOException full) {
            assertThat(full.getMessage()).isNotNull();
        }
    }

    private static List<String> files(Path disk) throws IOException {
        return Folders.files(disk).keySet().stream().filter(name -> !name.startsWith("data/")).sorted().toList();
    }
}
