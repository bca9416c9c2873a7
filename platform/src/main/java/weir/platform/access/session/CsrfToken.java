package weir.platform.access.session;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;

/// The secret that forms of one session carry, so that no other site can send them.
///
/// It never stands in a page as it is but masked with fresh random bytes, so that compressed pages do not tell it
/// (BREACH). Safe for many threads.
public final class CsrfToken {

    private static final int BYTES = 32;

    private final byte[] secret;

    public CsrfToken(byte[] secret) {
        if (secret.length != BYTES) {
            throw new IllegalArgumentException("The secret of form tokens has 32 bytes.");
        }
        this.secret = secret.clone();
    }

    static byte[] newSecret(SecureRandom random) {
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        return secret;
    }

    /// A token for one page, another each time.
    public String masked(SecureRandom random) {
        byte[] mask = newSecret(random);
        byte[] token = Arrays.copyOf(mask, 2 * BYTES);
        for (int i = 0; i < BYTES; i++) {
            token[BYTES + i] = (byte) (mask[i] ^ secret[i]);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /// Whether a form's token is of this session.
    public boolean matches(String sent) {
        if (sent.length() != (2 * BYTES * 8 + 5) / 6) {
            return false;
        }
        byte[] token;
        try {
            token = Base64.getUrlDecoder().decode(sent);
        } catch (IllegalArgumentException e) {
            return false;
        }
        byte[] bare = new byte[BYTES];
        for (int i = 0; i < BYTES; i++) {
            bare[i] = (byte) (token[i] ^ token[BYTES + i]);
        }
        return MessageDigest.isEqual(bare, secret);
    }

    @Override
    public String toString() {
        return "****";
    }
}
