package weir.platform.access.hawk;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

import weir.platform.access.PublicAddress;
import weir.platform.access.hawk.HawkRefused.Reason;

/// Checks requests and signs answers. Safe for many threads.
public final class HawkServer {

    private final PublicAddress address;
    private final HawkCredentials credentials;
    private final Duration skew;
    private final InstantSource clock;

    /// @param address whose host and port requests are signed for, whatever they say of themselves
    /// @param skew    how far a request's time may lie from ours; 60 s is usual
    public HawkServer(PublicAddress address, HawkCredentials credentials, Duration skew, InstantSource clock) {
        this.address = address;
        this.credentials = credentials;
        this.skew = skew;
        this.clock = clock;
    }

    /// A request to be checked.
    ///
    /// @param header      the `Authorization` header; empty when there is none
    /// @param resource    path and query as they stand in the request line
    /// @param contentType empty when there is none
    public record Request(String header, String method, String resource, String contentType) {

        private boolean needsHash(byte[] body) {
            return body.length > 0 || !contentType.isEmpty() || !method.equals("GET") && !method.equals("HEAD");
        }

        @Override
        public String toString() {
            return method;
        }
    }

    /// A request that was let in.
    public record Pass(HawkKey key, HawkArtifacts artifacts) {}

    /// Looks at header, key, MAC, payload, nonce and time in this order, as old servers do: a nonce is used up even when
    /// the time is wrong. The scope is the caller's to check after it.
    /// @throws HawkRefused   401
    /// @throws HawkMalformed 400
    /// @throws weir.platform.outage.Unavailable when keys or nonces cannot be looked at: to be answered 401
    public Pass check(Request request, byte[] body) {
        if (request.header().isEmpty()) {
            throw new HawkRefused(Reason.NO_HEADER);
        }
        HawkHeader header = HawkHeader.parse(request.header());
        HawkKey key = credentials.find(header.id()).orElseThrow(() -> new HawkRefused(Reason.UNKNOWN_ID));
        HawkArtifacts artifacts = artifactsOfRightMac(request, header, key);
        checkHash(request, body, header);
        if (!credentials.use(key, header.nonce(), header.timestamp())) {
            throw new HawkRefused(Reason.USED_NONCE);
        }
        Duration off = Duration.between(Instant.ofEpochSecond(header.timestamp()), clock.instant()).abs();
        // Whole seconds, as the header has them: 60 and a half is still 60.
        if (off.toSeconds() > skew.toSeconds()) {
            throw new HawkRefused(Reason.WRONG_TIME);
        }
        return new Pass(key, artifacts);
    }

    private HawkArtifacts artifactsOfRightMac(Request request, HawkHeader header, HawkKey key) {
        for (String host : address.signedHosts()) {
            HawkArtifacts artifacts =
                    HawkArtifacts.of(header, request.method(), request.resource(), host, address.port());
            if (HawkArtifacts.same(artifacts.mac("header", key.key()), header.mac())) {
                return artifacts;
            }
        }
        throw new HawkRefused(Reason.WRONG_MAC);
    }

    private static void checkHash(Request request, byte[] body, HawkHeader header) {
        if (header.hash().isEmpty()) {
            if (request.needsHash(body)) {
                throw new HawkRefused(Reason.NO_HASH);
            }
            return;
        }
        if (!HawkArtifacts.same(PayloadHash.of(request.contentType(), body), header.hash())) {
            throw new HawkRefused(Reason.WRONG_HASH);
        }
    }

    /// The `Server-Authorization` header of an answer.
    /// @param body as it is before any compression
    public String sign(Pass pass, String contentType, byte[] body) {
        String hash = PayloadHash.of(contentType, body);
        String mac = pass.artifacts().answer(hash).mac("response", pass.key().key());
        return "Hawk mac=\"" + mac + "\", hash=\"" + hash + "\"";
    }
}
