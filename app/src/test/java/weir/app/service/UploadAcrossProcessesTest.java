package weir.app.service;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SplittableRandom;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import weir.app.collect.TusClient;

import static org.assertj.core.api.Assertions.assertThat;

/// An upload that one process began goes on at another when the first is killed in the middle of a piece.
final class UploadAcrossProcessesTest {

    @TempDir
    private Path temporary;

    @Test
    void goesOnAtAnotherProcessWhenTheFirstIsKilled() throws IOException, InterruptedException, NoSuchAlgorithmException {
        byte[] file = new byte[40_000_000];
        new SplittableRandom(7).nextBytes(file);
        try (Outside outside = Outside.start(temporary);
                RunningWeir first = RunningWeir.launch(outside.place("first"));
                RunningWeir second = RunningWeir.launch(outside.place("second"))) {
            first.awaitReady();
            second.awaitReady();
            TusClient toFirst = new TusClient(first.place().address());
            TusClient toSecond = new TusClient(second.place().address());
            String upload = toFirst.create("BAD", "2024/header.csv", file.length);
            try (Socket _ = toFirst.begin(upload, file.length, file, 30_000_000)) {
                Awaitility.await("a piece is kept").atMost(RunningWeir.PATIENCE).until(() -> toSecond.offset(upload) > 0);
                first.kill();
            }
            int kept = (int) toSecond.offset(upload);
            assertThat(kept).isBetween(1, 30_000_000);
            assertThat(toSecond.patch(upload, 0, file, 0, kept).statusCode()).as("sent twice").isEqualTo(409);
            String delivery = toSecond.patch(upload, kept, file, kept, file.length - kept)
                    .headers().firstValue("Weir-Delivery").orElseThrow();
            JsonNode files = second.client().get("/v1/deliveries/" + delivery).json().path("files");
            assertThat(files.size()).isEqualTo(1);
            assertThat(files.get(0).path("resource").asString())
                    .isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file)));
        }
    }
}
