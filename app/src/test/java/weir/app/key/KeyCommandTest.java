package weir.app.key;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;
import weir.app.Folders;
import weir.app.WeirProgram;
import weir.app.WeirProgram.Ended;
import weir.app.serve.RunningService;
import weir.app.serve.SharedService;
import weir.platform.json.Json;

import static org.assertj.core.api.Assertions.assertThat;

/// Keys are made and revoked while the service runs.
@ExtendWith(SharedService.class)
@ResourceLock(SharedService.LOCK)
final class KeyCommandTest {

    private Path data = Path.of("");
    private String address = "";

    @BeforeEach
    void find(RunningService service) {
        data = service.folder();
        address = service.address();
    }

    private Ended key(Object... words) {
        List<Object> all = new ArrayList<>(List.of("key"));
        all.addAll(List.of(words));
        all.addAll(List.of("--data", data));
        return WeirProgram.shipped().run(all.toArray());
    }

    private HttpResponse<String> me(String token) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create(address + "/v1/me"))
                    .header("Authorization", "Bearer " + token).build(), BodyHandlers.ofString());
        }
    }

    private JsonNode listed(String id) {
        return Json.read(key("list", "--json").out(), JsonNode.class).valueStream()
                .filter(row -> row.path("id").asString().equals(id)).findFirst().orElseThrow();
    }

    @Test
    void anApiKeyOpensTheServiceUntilItIsRevoked() throws Exception {
        Ended made = key("add", "--organisation", "KEYA", "--role", "uploader:KEYA", "--description", "nightly upload", "--json");
        assertThat(made.exit()).as(made.toString()).isZero();
        assertThat(made.err()).contains("Warning: KEYA is not in organisations.yaml.");
        JsonNode shown = Json.read(made.out(), JsonNode.class);
        String id = shown.path("id").asString();
        String token = shown.path("secret").asString();

        HttpResponse<String> answer = me(token);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"program\"", "KEYA", "uploader:KEYA");
        assertThat(listed(id).path("state").asString()).isEqualTo("holds");

        Ended revoked = key("revoke", id);
        assertThat(revoked.exit()).as(revoked.toString()).isZero();
        assertThat(me(token).statusCode()).isEqualTo(401);
        assertThat(listed(id).path("state").asString()).isEqualTo("revoked");
    }

    @Test
    void aSecretIsShownOnceAndOnStandardOutputOnly() {
        Ended api = key("add", "--organisation", "KEYB", "--role", "viewer:KEYB");
        assertThat(api.out()).matches("weir_[^\\s]{30,}\\n");
        assertThat(api.err()).contains("is made").doesNotContain(api.out().strip());

        Ended hawk = key("hawk", "--organisation", "KEYB", "--scope", "*", "--id", "hawk-once");
        assertThat(hawk.exit()).as(hawk.toString()).isZero();
        assertThat(hawk.out().strip()).hasSizeGreaterThan(20).doesNotContain("\n");
        assertThat(hawk.err()).contains("hawk-once").doesNotContain(hawk.out().strip());

        for (Ended list : List.of(key("list"), key("list", "--json"))) {
            assertThat(list.exit()).isZero();
            assertThat(list.out()).contains("KEYB", "hawk-once");
            assertThat(list.out() + list.err()).doesNotContain(api.out().strip(), hawk.out().strip());
        }
        assertThat(listed("hawk-once").path("kind").asString()).isEqualTo("hawk");
    }

    @Test
    void aHawkSecretFromAFileIsNotShown(@TempDir Path folder) throws IOException {
        String secret = "an-old-secret-of-the-client-0123456789";
        Path file = Folders.write(folder.resolve("secret"), secret + "\n");
        Ended made = key("hawk", "--organisation", "KEYC", "--scope", "*", "--id", "hawk-import", "--secret-file", file);
        assertThat(made.exit()).as(made.toString()).isZero();
        assertThat(made.out()).isEmpty();
        assertThat(made.err()).contains("hawk-import").doesNotContain(secret);
        Ended again = key("hawk", "--organisation", "KEYC", "--scope", "*", "--id", "hawk-import");
        assertThat(again.exit()).as("the id is taken: " + again).isEqualTo(2);
    }

    @Test
    void refusesWrongOrganisationsRolesAndKeys() {
        Ended organisation = key("add", "--organisation", "no such", "--role", "engineer");
        assertThat(organisation.exit()).isEqualTo(2);
        assertThat(organisation.err()).contains("--organisation", "1 to 16 letters and digits");
        Ended role = key("add", "--organisation", "KEYD", "--role", "uploadr:KEYD");
        assertThat(role.exit()).isEqualTo(2);
        assertThat(role.err()).contains("known are uploader");
        Ended unknown = key("revoke", "nobodys");
        assertThat(unknown.exit()).isEqualTo(2);
        assertThat(unknown.err()).contains("weir key list");
        assertThat(key("list").out()).doesNotContain("KEYD");
    }
}
