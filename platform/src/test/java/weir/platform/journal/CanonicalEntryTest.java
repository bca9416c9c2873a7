package weir.platform.journal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;

import org.junit.jupiter.api.Test;
import weir.engine.organisation.OrganisationCode;

import static org.assertj.core.api.Assertions.assertThat;

/// The bytes are a promise: an entry written today is verified in ten years.
final class CanonicalEntryTest {

    private static final WrittenEntry WRITTEN = new WrittenEntry(
            5,
            Instant.parse("2026-03-01T12:00:00.000001Z"),
            Entry.of(Action.RUN_STEP, Actor.job("42"), new Subject("job", "42"))
                    .organisation(new OrganisationCode("BAR"))
                    .count("b", 2)
                    .count("a", -1)
                    .detail("é", "ü"));

    @Test
    void writesTheBytesThatTheReferenceSays() {
        String expected = "01"
                + "00".repeat(32)
                + "0000000000000001"
                + "0000000000000005"
                + "00064bf535af1001"
                + "00000008" + hex("run-step")
                + "00000003" + hex("job")
                + "00000002" + hex("42")
                + "00000003" + hex("job")
                + "00000002" + hex("42")
                + "00000003" + hex("BAR")
                + "00000000"
                + "00000002"
                + "00000001" + hex("a") + "ffffffffffffffff"
                + "00000001" + hex("b") + "0000000000000002"
                + "00000001"
                + "00000002" + "c3a9" + "00000002" + "c3bc";
        assertThat(HexFormat.of().formatHex(CanonicalEntry.bytes(ChainHash.ZERO, 1, WRITTEN))).isEqualTo(expected);
    }

    @Test
    void hashesThemWithSha256() {
        assertThat(new CanonicalEntry().hash(ChainHash.ZERO, 1, WRITTEN).hex()).isEqualTo("9ce056ef1617d62b11a1e23ab73b31cf87f61f36ace761e1a530f52ea45f14c5");
    }

    private static String hex(String ascii) {
        return HexFormat.of().formatHex(ascii.getBytes(StandardCharsets.US_ASCII));
    }
}
