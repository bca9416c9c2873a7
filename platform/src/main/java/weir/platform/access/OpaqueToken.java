package weir.platform.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

import weir.platform.secret.Secret;

/// A secret of 256 random bits that says nothing but that its holder has it.
///
/// It is kept as its SHA-256 alone. A slow hash guards what people think up; nobody can try 2^256 tokens, so a fast one
/// loses nothing and a request costs nothing.
public record OpaqueToken(Secret text) {

    private static final int BYTES = 32;

    /// @param prefix what it is known by when it is found somewhere: `weir_`
    public static OpaqueToken make(String prefix, SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new OpaqueToken(Secret.of(prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes)));
    }

    /// What is kept of it.
    public byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.reveal().getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256: use another.", e);
        }
    }
}
