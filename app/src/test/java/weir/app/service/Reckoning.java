package weir.app.service;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import weir.app.service.Load.Acknowledged;
import weir.collect.delivery.Deliveries;
import weir.platform.objects.ObjectReader;
import weir.platform.objects.ObjectStore;

import static org.assertj.core.api.Assertions.assertThat;

/// What must hold once the faults are over and the jobs are done.
record Reckoning(Client client, Duration patience) {

    static Reckoning of(Client client) {
        return new Reckoning(client, Duration.ofSeconds(60));
    }

    /// Waits for the jobs; then everything acknowledged is there once, was checked once, has its report and is in the
    /// outputs, and the journal is whole.
    void everythingIsThereOnce(Collection<Acknowledged> acknowledged) throws IOException {
        Awaitility.await("jobs done").atMost(patience).pollInterval(Duration.ofMillis(200)).ignoreExceptions().until(client::isIdle);
        assertThat(client.jobs("dead", "cancelled")).isZero();
        List<JsonNode> deliveries = client.deliveries(Load.ORGANISATION);
        Map<String, JsonNode> byId = new HashMap<>();
        for (JsonNode delivery : deliveries) {
            assertThat(byId.put(delivery.path("id").asString(), delivery)).as("a delivery that is listed twice").isNull();
            assertThat(delivery.path("state").asString()).isIn("checked", "superseded");
            assertThat(delivery.path("rows_kept").asInt()).isEqualTo(1);
        }
        assertThat(deliveries.stream().map(one -> one.path("file").asString() + one.path("resource").asString()))
                .doesNotHaveDuplicates();
        for (Acknowledged one : acknowledged) {
            assertThat(byId).containsKey(one.id());
            assertThat(Objects.requireNonNull(byId.get(one.id())).path("resource").asString()).isEqualTo(one.resource());
        }
        for (Acknowledged one : acknowledged.stream().limit(20).toList()) {
            assertThat(client.get("/v1/deliveries/" + one.id() + "/report").status()).isEqualTo(200);
        }
        theJournalTellsOfEachOnce(byId.keySet());
        theOutputsAreComplete(deliveries);
    }

    private void theJournalTellsOfEachOnce(Collection<String> ids) throws IOException {
        Map<String, Map<String, Long>> told = client.journal().stream()
                .filter(entry -> entry.path("subject").asString().startsWith("delivery"))
                .collect(Collectors.groupingBy(
                        entry -> entry.path("subject").asString().replaceAll(".*[^0-9a-f-]", ""),
                        Collectors.groupingBy(entry -> entry.path("action").asString(), Collectors.counting())));
        assertThat(told.keySet()).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(told.values()).allSatisfy(
                actions -> assertThat(actions).isEqualTo(Map.of("delivery-received", 1L, "issue-total", 1L)));
        JsonNode verified = client.get("/v1/journal/verification").json();
        assertThat(verified.path("is_whole").asBoolean()).as(verified.path("text").asString()).isTrue();
    }

    /// The outputs hold the children of the latest return of each year, and no other.
    private void theOutputsAreComplete(List<JsonNode> newestFirst) throws IOException {
        Map<String, JsonNode> latest = newestFirst.reversed().stream()
                .collect(Collectors.toMap(one -> one.path("file").asString(), one -> one, (_, later) -> later));
        String reviews = "";
        for (JsonNode file : client.get("/v1/outputs/PAN").json().path("files")) {
            Client.Answer answer = client.get(file.path("url").asString());
            assertThat(answer.status()).isEqualTo(200);
            if (file.path("path").asString().endsWith("reviews.csv")) {
                reviews = answer.body();
            }
        }
        assertThat(reviews.lines().skip(1)).hasSize(latest.size());
    }

    /// The bytes of everything acknowledged are in the store, proved by their hashes.
    static void theBytesAreThere(ObjectStore objects, Collection<Acknowledged> acknowledged) throws IOException {
        for (Acknowledged one : acknowledged) {
            try (ObjectReader reader = objects.read(Deliveries.resource(one.resource()))) {
                assertThat(reader.readAllBytes()).isEqualTo(Load.content(one.child()));
            }
        }
    }
}
