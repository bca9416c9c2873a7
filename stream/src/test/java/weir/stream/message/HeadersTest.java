package weir.stream.message;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// The first lines of messages, and their keys. Facts 4 and 8.
class HeadersTest {

    private static final TopicName TOPIC = TopicName.parse("rspec.test");

    @Test
    void aDocumentBeginsWithItsTopic() throws IOException {
        byte[] message = new IngestHeader(TOPIC).before(bytes("<Invoices/>"));
        assertThat(text(message)).isEqualTo("TOPIC: rspec.test\n<Invoices/>");

        InputStream in = new ByteArrayInputStream(message);
        assertThat(IngestHeader.read(in)).isEqualTo(new IngestHeader(TOPIC));
        assertThat(text(in.readAllBytes())).isEqualTo("<Invoices/>");
    }

    @Test
    void anObjectBeginsWithItsTopicItsPlaceAndItsDocument() {
        RecordHeader header = new RecordHeader(TOPIC, 2, 3, new DocumentId("abc"));
        byte[] message = header.before(bytes("<A>é</A>"));

        assertThat(text(message)).isEqualTo("TOPIC: rspec.test 2:3:abc\n<A>é</A>");
        assertThat(RecordHeader.of(message)).isEqualTo(header);
        assertThat(RecordHeader.length(message)).isEqualTo(header.line().length());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "TOPIC: a.b", "TOPIC: a.b\n", "TOPIC: a.b 1:2\n", "TOPIC: a.b 1:2:\n", "TOPIC: a.b x:2:c\n", "<A/>\n",
        "TOPIC: a.b 1:2:c d\n", "TOPIC: a.b 1:9999999999999999999:c\n"
    })
    void anyOtherLineIsRefused(String line) {
        assertThatThrownBy(() -> RecordHeader.of(bytes(line))).isInstanceOf(MalformedMessage.class);
    }

    @Test
    void aDocumentWithoutItsLineIsRefusedBeforeMuchOfItIsRead() {
        InputStream in = new ByteArrayInputStream(new byte[1 << 20]);

        assertThatThrownBy(() -> IngestHeader.read(in)).isInstanceOf(MalformedMessage.class);
        assertThat(((ByteArrayInputStream) in).available()).isGreaterThan(1_000_000);
    }

    @Test
    void keysHaveNineDigitsAtLeast() {
        assertThat(MessageKeys.received(42)).isEqualTo("rcvd:000000042");
        assertThat(MessageKeys.received(42, 1)).isEqualTo("rcvd:000000042:1");
        assertThat(MessageKeys.filtered(12_345_678_901L)).isEqualTo("prv_filter:12345678901");
    }

    @Test
    void idsOfDocumentsAreSixteenSigns() {
        assertThat(DocumentId.next(new Random(1)).value()).matches("[a-z2-9]{16}");
        assertThat(DocumentId.next(new Random(1))).isNotEqualTo(DocumentId.next(new Random(2)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
