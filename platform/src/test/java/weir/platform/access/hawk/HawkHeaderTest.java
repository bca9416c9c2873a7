package weir.platform.access.hawk;

import java.time.Duration;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

final class HawkHeaderTest {

    private static final String GOOD = "Hawk id=\"a\", ts=\"1353832234\", nonce=\"n\", hash=\"h=\", ext=\"x y\", mac=\"m=\", app=\"p\", dlg=\"d\"";

    @Test
    void readsEveryAttribute() {
        assertThat(HawkHeader.parse(GOOD))
                .isEqualTo(new HawkHeader("a", 1_353_832_234L, "n", "h=", "x y", "m=", "p", "d"));
        assertThat(HawkHeader.parse("hAWK mac=\"m\",nonce=\"n\" , ts=\"1\",  id=\"a\"").id()).isEqualTo("a");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Hawk", "Hawk ", "Bearer abc", "Hawkid=\"a\"", "Hawk id=\"a\"", "Hawk id=a, ts=\"1\", nonce=\"n\", mac=\"m\"",
        "Hawk id=\"a\", ts=\"1\", nonce=\"n\", mac=\"m\",", "Hawk id=\"a\" ts=\"1\" nonce=\"n\" mac=\"m\"",
        "Hawk id=\"a\", id=\"a\", ts=\"1\", nonce=\"n\", mac=\"m\"", "Hawk id=\"a\", ts=\"1\", nonce=\"n\", mac=\"m\", x=\"y\"",
        "Hawk id=\"a\", ts=\"-1\", nonce=\"n\", mac=\"m\"", "Hawk id=\"a\", ts=\"1.5\", nonce=\"n\", mac=\"m\"",
        "Hawk id=\"a\", ts=\"9999999999999999\", nonce=\"n\", mac=\"m\"", "Hawk id=\"\", ts=\"1\", nonce=\"n\", mac=\"m\"",
        "Hawk id=\"a\\\"\", ts=\"1\", nonce=\"n\", mac=\"m\"", "Hawk id=\"a\u00e9\", ts=\"1\", nonce=\"n\", mac=\"m\"",
        "Hawk id=\"a\n\", ts=\"1\", nonce=\"n\", mac=\"m\"", "Hawk id=\"a\", ts=\"\u0661\", nonce=\"n\", mac=\"m\""
    })
    void refusesWhatIsNotExactlyAHawkHeader(String header) {
        assertThatThrownBy(() -> HawkHeader.parse(header)).isInstanceOf(HawkMalformed.class);
    }

    @Test
    void refusesWhatIsTooLong() {
        String longer = "Hawk id=\"a\", ts=\"1\", nonce=\"n\", mac=\"m\", ext=\"" + "x".repeat(HawkHeader.MAX_LENGTH) + "\"";
        assertThatThrownBy(() -> HawkHeader.parse(longer)).isInstanceOf(HawkMalformed.class);
        String nonce = "Hawk id=\"a\", ts=\"1\", nonce=\"" + "n".repeat(65) + "\", mac=\"m\"";
        assertThatThrownBy(() -> HawkHeader.parse(nonce)).isInstanceOf(HawkMalformed.class);
    }

    @Test
    void answersAnyTextWithAHeaderOrATypedRefusalAndQuickly() {
        SplittableRandom random = new SplittableRandom(20_261_122);
        assertTimeout(Duration.ofSeconds(20), () -> {
            for (int i = 0; i < 200_000; i++) {
                tryToRead(random.nextBoolean() ? mutated(random) : noise(random));
            }
            tryToRead("Hawk " + "a".repeat(4_000));
            tryToRead("Hawk " + ",".repeat(4_000));
            tryToRead("Hawk" + " ".repeat(4_090));
            tryToRead("Hawk " + "id=\"\",".repeat(600));
        });
    }

    private static void tryToRead(String header) {
        try {
            HawkHeader read = HawkHeader.parse(header);
            assertThat(HawkHeader.isValue(read.id() + read.nonce() + read.mac() + read.ext())).isTrue();
        } catch (HawkMalformed refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
    }

    private static String mutated(SplittableRandom random) {
        StringBuilder text = new StringBuilder(GOOD);
        for (int n = random.nextInt(1, 6); n > 0; n--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(4)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, (char) random.nextInt(0x180));
                case 2 -> text.setCharAt(at, " \",=\\".charAt(random.nextInt(5)));
                default -> text.insert(at, text.substring(at, Math.min(text.length(), at + 12)));
            }
        }
        return text.toString();
    }

    private static String noise(SplittableRandom random) {
        StringBuilder text = new StringBuilder(random.nextBoolean() ? "Hawk " : "");
        for (int n = random.nextInt(0, 60); n > 0; n--) {
            text.append((char) random.nextInt(random.nextBoolean() ? 0x80 : 0x10000));
        }
        return text.toString();
    }
}
