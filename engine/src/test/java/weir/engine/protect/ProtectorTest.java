package weir.engine.protect;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.engine.dataset.Treatment.Protect;
import weir.engine.dataset.UseCaseName;
import weir.engine.record.Value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// What is taken away, and that nothing leaves when it cannot be.
final class ProtectorTest {

    private static final byte[] SECRET = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8);
    private static final UseCaseName PAN = new UseCaseName("PAN");

    @TempDir
    private Path folder;

    private static Protector protector(UseCaseName useCase, String version) {
        return new Protector(useCase, Optional.of(new PseudonymKey(version, SECRET)));
    }

    private static Protector withoutKey() {
        return new Protector(PAN, Optional.empty());
    }

    @Test
    void reducesDatesAndPostcodes() {
        Value day = new Value.Day(LocalDate.of(2011, 4, 30));
        assertThat(withoutKey().protect(Protect.FIRST_OF_MONTH, day).text()).isEqualTo("2011-04-01");
        assertThat(withoutKey().protect(Protect.FIRST_OF_YEAR, day).text()).isEqualTo("2011-01-01");
        Value postcode = new Value.Text("AA9 4AA");
        assertThat(withoutKey().protect(Protect.POSTCODE_SECTOR, postcode).text()).isEqualTo("AA9 4");
        assertThat(withoutKey().protect(Protect.POSTCODE_DISTRICT, postcode).text()).isEqualTo("AA9");
    }

    @Test
    void leavesBlanksBlank() {
        for (Protect treatment : Protect.values()) {
            assertThat(withoutKey().protect(treatment, Value.blank()).isBlank()).isTrue();
        }
    }

    @Test
    void letsNothingOutThatItCannotReduce() {
        assertThatThrownBy(() -> withoutKey().protect(Protect.FIRST_OF_MONTH, new Value.Text("30/04/2011")))
                .isInstanceOf(ProtectionFailed.class)
                .hasMessageNotContaining("2011");
        assertThatThrownBy(() -> withoutKey().protect(Protect.POSTCODE_SECTOR, new Value.Text("AA94AA")))
                .isInstanceOf(ProtectionFailed.class)
                .hasMessageNotContaining("AA9");
        assertThatThrownBy(() -> withoutKey().protect(Protect.PSEUDONYM, new Value.Text("child")))
                .isInstanceOf(ProtectionFailed.class)
                .hasMessageContaining("--pseudonym-key");
    }

    @Test
    void makesPseudonymsThatTheStandardMakes() throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET, "HmacSHA256"));
        String expected = HexFormat.of().formatHex(mac.doFinal("PAN\0C1".getBytes(StandardCharsets.UTF_8)));
        assertThat(protector(PAN, "k1").protect(Protect.PSEUDONYM, new Value.Text("C1")).text())
                .isEqualTo("k1-" + expected);
    }

    @Test
    void givesOnePersonAnotherPseudonymInEachUseCase() {
        Value child = new Value.Text("C1");
        Value inPan = protector(PAN, "k1").protect(Protect.PSEUDONYM, child);
        assertThat(protector(PAN, "k1").protect(Protect.PSEUDONYM, child)).isEqualTo(inPan);
        assertThat(protector(new UseCaseName("SUFFICIENCY"), "k1").protect(Protect.PSEUDONYM, child))
                .isNotEqualTo(inPan);
    }

    @Test
    void digestsAsOldOutputsDo() {
        // The published SHA-256 of "foo" is 2c26b46b… with no newline behind it.
        assertThat(withoutKey().protect(Protect.DIGEST, new Value.Text("foo")).text())
                .isEqualTo("2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae");
    }

    @Test
    void readsAKeyFileAndRefusesOneThatIsTooShort() throws Exception {
        Path file = folder.resolve("key");
        Files.writeString(file, "k2:" + HexFormat.of().formatHex(SECRET) + "\n");
        assertThat(PseudonymKey.read(file)).isEqualTo(new PseudonymKey("k2", SECRET)).hasToString("pseudonym key k2");
        Files.writeString(file, "k2:abcd");
        assertThatThrownBy(() -> PseudonymKey.read(file)).isInstanceOf(ProtectionFailed.class);
        Files.writeString(file, "secret");
        assertThatThrownBy(() -> PseudonymKey.read(file))
                .isInstanceOf(ProtectionFailed.class)
                .hasMessageNotContaining("secret");
    }
}
