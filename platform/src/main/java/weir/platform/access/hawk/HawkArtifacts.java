package weir.platform.access.hawk;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import weir.platform.secret.Secret;

/// What a MAC is made over.
///
/// @param resource path and query as they stand in the request line
/// @param hash     of the payload; empty when none is sent
record HawkArtifacts(
        String method, String resource, String host, int port,
        long timestamp, String nonce, String hash, String ext, String app, String dlg) {

    private static final String ALGORITHM = "HmacSHA256";

    static HawkArtifacts of(HawkHeader header, String method, String resource, String host, int port) {
        return new HawkArtifacts(method, resource, host, port,
                header.timestamp(), header.nonce(), header.hash(), header.ext(), header.app(), header.dlg());
    }

    /// The same request's artifacts for its answer.
    HawkArtifacts answer(String answerHash) {
        return new HawkArtifacts(method, resource, host, port, timestamp, nonce, answerHash, "", app, dlg);
    }

    /// @param type `header` for a request, `response` for its answer
    String normalised(String type) {
        StringBuilder text = new StringBuilder(160 + resource.length())
                .append("hawk.1.").append(type).append('\n')
                .append(timestamp).append('\n')
                .append(nonce).append('\n')
                .append(method.toUpperCase(Locale.ROOT)).append('\n')
                .append(resource).append('\n')
                .append(host.toLowerCase(Locale.ROOT)).append('\n')
                .append(port).append('\n')
                .append(hash).append('\n')
                .append(ext).append('\n');
        if (!app.isEmpty()) {
            text.append(app).append('\n').append(dlg).append('\n');
        }
        return text.toString();
    }

    String mac(String type, Secret key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.reveal().getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return Base64.getEncoder().encodeToString(mac.doFinal(normalised(type).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("This Java has no HMAC with SHA-256: use another.", e);
        }
    }

    /// Whether two texts are the same, in a time that does not tell how much of them is.
    static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    /// The query may hold what nobody should see.
    @Override
    public String toString() {
        return method + " " + host + ":" + port;
    }
}
