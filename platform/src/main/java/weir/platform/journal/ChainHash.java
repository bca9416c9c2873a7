package weir.platform.journal;

import java.util.Arrays;
import java.util.HexFormat;

/// A SHA-256 of the chain.
public record ChainHash(String hex) {

    private static final int BYTES = 32;

    /// What stands before the first entry.
    public static final ChainHash ZERO = of(new byte[BYTES]);

    public ChainHash {
        if (!hex.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("A hash of the journal is 64 hexadecimal digits.");
        }
    }

    public static ChainHash of(byte[] bytes) {
        return new ChainHash(HexFormat.of().formatHex(bytes));
    }

    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    /// Whether these stored bytes are this hash.
    boolean matches(byte[] stored) {
        return Arrays.equals(bytes(), stored);
    }

    @Override
    public String toString() {
        return hex;
    }
}
