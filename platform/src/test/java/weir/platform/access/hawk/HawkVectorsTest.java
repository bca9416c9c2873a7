package weir.platform.access.hawk;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

import org.junit.jupiter.api.Test;
import weir.platform.secret.Secret;

import static org.assertj.core.api.Assertions.assertThat;

/// The vectors that the protocol's authors publish, and those that old servers of the data API answer to.
final class HawkVectorsTest {

    private static final byte[] NOTHING = {};

    private static HawkClient client(String id, String key) {
        InstantSource never = InstantSource.fixed(Instant.EPOCH);
        return new HawkClient(id, Secret.of(key), never, RandomGenerator.of("L64X128MixRandom"));
    }

    private static final HawkClient PUBLISHED = client("dh37fgj492je", "werxhqb98rpaxn39848xrunpaw3489ruxnpa98w4rxn");
    private static final HawkClient OLD = client("iss1", "secret1");
    private static final long OLD_TIME = 1_577_836_800L;
    private static final String EMPTY = "B0weSUXsMcb5UhL41FZbrUJCAotzSI3HawE1NPLRUz8=";

    @Test
    void signsThePublishedGetRequest() {
        assertThat(PUBLISHED.sign("GET", URI.create("http://example.com:8000/resource/1?b=1&a=2"), "",
                        "some-app-ext-data", 1_353_832_234L, "j4h3g2").authorization())
                .isEqualTo("Hawk id=\"dh37fgj492je\", ts=\"1353832234\", nonce=\"j4h3g2\", ext=\"some-app-ext-data\", "
                        + "mac=\"6R4rV5iE+NPoym+WwjeHzjAGXUtLNIxmo1vpMofpLAE=\"");
    }

    @Test
    void hashesAndSignsThePublishedPayload() {
        String hash = PayloadHash.of("text/plain", "Thank you for flying Hawk".getBytes(StandardCharsets.UTF_8));
        assertThat(hash).isEqualTo("Yi9LfIIFRtBEPt74PVmbTF/xVAwPn7ub15ePICfgnuY=");
        assertThat(PUBLISHED.sign("POST", URI.create("http://example.com:8000/resource/1?b=1&a=2"), hash,
                        "some-app-ext-data", 1_353_832_234L, "j4h3g2").authorization())
                .contains("mac=\"aSe1DERmZuRl3pI36/9BdZmnErTw3sNzOOAUlfeKjVw=\"");
    }

    @Test
    void hashesAPayloadThatComesInPieces() {
        byte[] body = "Thank you for flying Hawk".getBytes(StandardCharsets.UTF_8);
        PayloadHash hash = PayloadHash.of("Text/Plain; charset=utf-8");
        hash.update(body, 0, 7);
        hash.update(body, 7, body.length - 7);
        assertThat(hash.base64()).isEqualTo("Yi9LfIIFRtBEPt74PVmbTF/xVAwPn7ub15ePICfgnuY=");
    }

    @Test
    void signsAsOldClientsOfTheDataApiDo() {
        assertThat(PayloadHash.of("", NOTHING)).isEqualTo(EMPTY);
        assertThat(OLD.sign("GET", URI.create("http://localhost:80/test/"), EMPTY, "", OLD_TIME, "abc123").authorization())
                .contains("mac=\"+sn1lk7Gk2SfJZAGWZjbN9+z6qN+B6Y1FrnPXFSel7M=\"");
        URI footnotes = URI.create("http://localhost:80/api/v1/table-data/spire/footnotes?orientation=records");
        assertThat(OLD.sign("GET", footnotes, EMPTY, "", OLD_TIME, "abc123").authorization())
                .contains("mac=\"+M/EHQWK1bQ83QEPCnZpsoGXFWcHN4LD6ELBpsKcp60=\"");
    }

    @Test
    void checksTheAnswerOfAnOldServer() {
        HawkClient.Signed request =
                OLD.sign("GET", URI.create("http://localhost:80/test/"), EMPTY, "", OLD_TIME, "abc123");
        String answer = "Hawk mac=\"Bhc5Dm1UqmDVH2E7kMwcJ4jRYxKcVczYf4nwtuOix0g=\", "
                + "hash=\"kBEgR77nCZwvcuCbxRI9x0GoGa9/tUeDtwgPV0yNAww=\"";
        byte[] body = "OK".getBytes(StandardCharsets.UTF_8);
        assertThat(OLD.isGenuine(request, answer, "text/html; charset=utf-8", body)).isTrue();
        assertThat(OLD.isGenuine(request, answer, "text/plain", body)).isFalse();
        assertThat(OLD.isGenuine(request, answer, "text/html", "KO".getBytes(StandardCharsets.UTF_8))).isFalse();
        assertThat(OLD.isGenuine(request, "", "text/html", body)).isFalse();
        assertThat(client("iss1", "secret2").isGenuine(request, answer, "text/html", body)).isFalse();
    }
}
