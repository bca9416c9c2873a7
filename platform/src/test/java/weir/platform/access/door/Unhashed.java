package weir.platform.access.door;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import weir.platform.secret.Secret;

/// Signs a request without the hash of its payload, written anew from the protocol's text.
final class Unhashed {

    private static final AtomicInteger NONCE = new AtomicInteger();

    private Unhashed() {}

    static String header(String method, URI address, String id, Secret key, Instant now) {
        String nonce = "plain" + NONCE.incrementAndGet();
        int port = "https".equals(address.getScheme()) ? 443 : 80;
        String text = "hawk.1.header\n" + now.getEpochSecond() + "\n" + nonce + "\n" + method + "\n" + address.getRawPath() + "\n"
                + address.getHost() + "\n" + port + "\n\n\n";
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.reveal().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            String signature = Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
            return "Hawk id=\"" + id + "\", ts=\"" + now.getEpochSecond() + "\", nonce=\"" + nonce + "\", mac=\"" + signature + "\"";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
