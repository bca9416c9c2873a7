package weir.platform.objects;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// A SHA-256 in 64 small hexadecimal digits: the name of some bytes and the proof that they are unchanged.
///
/// @param hex the digits
public record Sha256(String hex) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    /// @throws IllegalArgumentException when it is not 64 small hexadecimal digits
    public Sha256 {
        if (!FORM.matcher(hex).matches()) {
            throw new IllegalArgumentException("A SHA-256 must be 64 digits out of 0-9 and a-f.");
        }
    }

    /// A new digest to feed.
    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    /// What was fed to the digest, which is reset.
    static Sha256 of(MessageDigest fed) {
        return new Sha256(HexFormat.of().formatHex(fed.digest()));
    }

    @Override
    public String toString() {
        return hex;
    }
}
