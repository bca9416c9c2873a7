package weir.engine.protect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// The secret by which pseudonyms are made, and its version, which stands in front of each pseudonym.
public final class PseudonymKey {

    private static final int SHORTEST = 32;
    private static final Pattern VERSION = Pattern.compile("[a-z0-9]{1,16}");

    private final String version;
    private final byte[] secret;

    /// @param version short name of this key, lower-case letters and digits
    /// @param secret  at least 32 bytes
    /// @throws ProtectionFailed when either is not so
    public PseudonymKey(String version, byte[] secret) {
        if (!VERSION.matcher(version).matches()) {
            throw new ProtectionFailed("The version of a pseudonym key must be 1 to 16 lower-case letters and digits.");
        }
        if (secret.length < SHORTEST) {
            throw new ProtectionFailed("A pseudonym key must have at least 32 bytes (64 hexadecimal digits).");
        }
        this.version = version;
        this.secret = secret.clone();
    }

    /// Reads a file of one line: the version, a colon, and the secret in hexadecimal digits.
    public static PseudonymKey read(Path file) throws IOException {
        return parse(Files.readString(file).strip());
    }

    /// The same for a line that was read elsewhere.
    public static PseudonymKey parse(String line) {
        int colon = line.indexOf(':');
        if (colon < 0) {
            throw new ProtectionFailed("A pseudonym key must be one line of the form version:hexadecimal-digits.");
        }
        try {
            return new PseudonymKey(line.substring(0, colon), HexFormat.of().parseHex(line.substring(colon + 1)));
        } catch (IllegalArgumentException e) {
            throw new ProtectionFailed("The pseudonym key after the colon must be hexadecimal digits.");
        }
    }

    public String version() {
        return version;
    }

    byte[] secret() {
        return secret.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PseudonymKey key && version.equals(key.version) && Arrays.equals(secret, key.secret);
    }

    @Override
    public int hashCode() {
        return version.hashCode();
    }

    @Override
    public String toString() {
        return "pseudonym key " + version;
    }
}
