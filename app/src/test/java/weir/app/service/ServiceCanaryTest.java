package weir.app.service;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import weir.app.Folders;
import weir.app.Returns;

import static org.assertj.core.api.Assertions.assertThat;

/// Two thousand marked rows go through the service, well and badly; the mark turns up where values belong and nowhere
/// else.
final class ServiceCanaryTest {

    private static final String MARK = "Zq7Xw9";

    private final List<String> told = new ArrayList<>();

    @TempDir
    private Path temporary;

    @Test
    void noValueIsInLogsErrorsMetricsJournalJobsOrNames() throws IOException, InterruptedException {
        Place place = Place.in(temporary).with("WEIR_LOG", "debug").with("WEIR_COLLECT_MAX_DELIVERY", "1MB");
        try (RunningWeir weir = RunningWeir.start(place)) {
            Client client = weir.client();
            handIn(client, 201, "2019/reviews.csv", marked(2_000));
            handIn(client, 201, "2020/reviews.csv", Returns.REVIEWS_HEADER + "\n" + MARK + ",\"" + MARK + "\n");
            handIn(client, 201, "2021/unknown.csv", MARK + "," + MARK + "\n" + MARK + "\n");
            handIn(client, 413, "2022/reviews.csv", marked(40_000));
            hasStatus(404, client.get("/v1/nothing/" + MARK + "?child=" + MARK));
            hasStatus(404, client.get("/v1/deliveries/" + MARK));
            hasStatus(404, client.get("/v1/outputs/PAN/" + MARK + "/" + MARK));
            hasStatus(404, client.get("/v1/jobs/" + MARK));
            hasStatus(400, client.get("/v1/deliveries?organisation=" + MARK));
            hasStatus(400, client.get("/v1/jobs?state=" + MARK));
            hasStatus(400, client.get("/v1/journal?after=" + MARK));
            hasStatus(400, client.handIn(MARK, "2019/reviews.csv", new byte[0]));
            breakOff(place);
            Awaitility.await("jobs done").atMost(RunningWeir.PATIENCE).until(client::isIdle);
            List<JsonNode> deliveries = client.deliveries(Load.ORGANISATION);
            assertThat(deliveries).as("neither the large one nor the broken one").hasSize(3);
            for (JsonNode delivery : deliveries) {
                told.add(client.get(delivery.path("report").asString()).body());
            }
            told.add(deliveries.toString());
            told.add(client.journal().toString());
            for (String path : List.of("/metrics", "/v1/jobs", "/v1/outputs/PAN", "/health")) {
                told.add(client.get(path).body());
            }
            told.add(String.join("\n", Folders.files(place.data()).keySet()));
            weir.stop();
        }
        told.add(place.said());
        assertThat(told).allSatisfy(text -> assertThat(text.contains(MARK)).as("a value is in: %.100s", text).isFalse());
        assertThat(place.said()).contains("status=413", "status=404").doesNotContain("ERROR");
    }

    private static String marked(int rows) {
        StringBuilder text = new StringBuilder(Returns.REVIEWS_HEADER).append('\n');
        IntStream.range(0, rows).forEach(row -> text.append(MARK).append(row).append(",31/02/").append(MARK)
                .append(",03/04/2019,").append(MARK).append('\n'));
        return text.toString();
    }

    private void handIn(Client client, int status, String file, String content) throws IOException {
        hasStatus(status, client.handIn(Load.ORGANISATION, file, content.getBytes(StandardCharsets.UTF_8)));
    }

    private void hasStatus(int status, Client.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        told.add(answer.body());
    }

    private static void breakOff(Place place) throws IOException {
        try (Upload upload = Upload.begin(place.port(), Client.deliveries(Load.ORGANISATION, "2023/reviews.csv"), 900_000)) {
            upload.send(marked(1_000).getBytes(StandardCharsets.UTF_8));
        }
        Awaitility.await("the broken upload is answered").atMost(RunningWeir.PATIENCE)
                .until(() -> place.said().contains("route=/v1/deliveries status=400"));
    }
}
