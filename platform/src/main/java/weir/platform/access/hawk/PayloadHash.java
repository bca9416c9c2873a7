package weir.platform.access.hawk;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;

/// The hash of a payload with its media type, fed as the bytes come. Used by one thread, for one payload.
public final class PayloadHash {

    private final MessageDigest digest;

    private PayloadHash(MessageDigest digest) {
        this.digest = digest;
    }

    /// @param contentType as the header has it; its parameters do not count. Empty when there is none.
    public static PayloadHash of(String contentType) {
        try {
            PayloadHash hash = new PayloadHash(MessageDigest.getInstance("SHA-256"));
            hash.add("hawk.1.payload\n");
            hash.add(mediaType(contentType));
            hash.add("\n");
            return hash;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256: use another.", e);
        }
    }

    /// The hash of a payload in memory.
    public static String of(String contentType, byte[] body) {
        PayloadHash hash = of(contentType);
        hash.update(body, 0, body.length);
        return hash.base64();
    }

    private static String mediaType(String contentType) {
        int semicolon = contentType.indexOf(';');
        return (semicolon < 0 ? contentType : contentType.substring(0, semicolon)).strip().toLowerCase(Locale.ROOT);
    }

    public void update(byte[] bytes, int from, int length) {
        digest.update(bytes, from, length);
    }

    private void add(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
    }

    /// Ends it.
    public String base64() {
        add("\n");
        return Base64.getEncoder().encodeToString(digest.digest());
    }
}
