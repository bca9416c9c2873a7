package weir.platform.access.hawk;

import java.net.URI;
import java.time.InstantSource;
import java.util.Base64;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import weir.platform.secret.Secret;

/// Signs requests and checks answers, as a program that calls the data API does. Safe for many threads.
public final class HawkClient {

    private static final Pattern ANSWER = Pattern.compile(
            "Hawk mac=\"([A-Za-z0-9+/=]{1,64})\", hash=\"([A-Za-z0-9+/=]{1,64})\"");

    private final String id;
    private final Secret key;
    private final InstantSource clock;
    private final RandomGenerator random;

    /// @param random where nonces come from
    /// @throws IllegalArgumentException when the id cannot stand in a header
    public HawkClient(String id, Secret key, InstantSource clock, RandomGenerator random) {
        if (!HawkHeader.isValue(id)) {
            throw new IllegalArgumentException("The id of a Hawk key is printable ASCII without quotes and backslashes.");
        }
        this.id = id;
        this.key = key;
        this.clock = clock;
        this.random = random;
    }

    /// A request as it was signed: send `authorization` with it and keep it for the answer.
    public record Signed(String authorization, HawkArtifacts artifacts) {

        @Override
        public String toString() {
            return artifacts.toString();
        }
    }

    /// Signs a request together with its payload.
    /// @param contentType exactly as it will be sent; empty when there is none
    public Signed sign(String method, URI address, String contentType, byte[] body) {
        byte[] nonce = new byte[12];
        random.nextBytes(nonce);
        return sign(method, address, PayloadHash.of(contentType, body), "",
                clock.instant().getEpochSecond(), Base64.getUrlEncoder().encodeToString(nonce));
    }

    /// The same with every part given.
    /// @param hash of the payload; empty to send none
    /// @param ext  what the application wants signed besides; empty for nothing
    Signed sign(String method, URI address, String hash, String ext, long timestamp, String nonce) {
        String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        String path = address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        int port = address.getPort() >= 0 ? address.getPort() : "https".equals(address.getScheme()) ? 443 : 80;
        HawkArtifacts artifacts = new HawkArtifacts(
                method, path + query, address.getHost(), port, timestamp, nonce, hash, ext, "", "");
        return new Signed("Hawk id=\"" + id + "\", ts=\"" + timestamp + "\", nonce=\"" + nonce + "\""
                + (hash.isEmpty() ? "" : ", hash=\"" + hash + "\"")
                + (ext.isEmpty() ? "" : ", ext=\"" + ext + "\"")
                + ", mac=\"" + artifacts.mac("header", key) + "\"", artifacts);
    }

    /// Whether an answer comes from who holds the key, to this request, unchanged.
    /// @param serverAuthorization the header of that name; empty when there is none
    public boolean isGenuine(Signed request, String serverAuthorization, String contentType, byte[] body) {
        Matcher header = ANSWER.matcher(serverAuthorization);
        if (!header.matches()) {
            return false;
        }
        String hash = PayloadHash.of(contentType, body);
        return HawkArtifacts.same(header.group(2), hash)
                && HawkArtifacts.same(header.group(1), request.artifacts().answer(hash).mac("response", key));
    }
}
