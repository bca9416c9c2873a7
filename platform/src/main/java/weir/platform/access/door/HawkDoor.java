package weir.platform.access.door;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.javalin.http.Context;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import weir.platform.access.Caller;
import weir.platform.access.HawkScope;
import weir.platform.access.hawk.HawkKey;
import weir.platform.access.hawk.HawkMalformed;
import weir.platform.access.hawk.HawkRefused;
import weir.platform.access.hawk.HawkServer;
import weir.platform.access.key.SealedWithAnotherKey;
import weir.platform.access.rate.RateLimit;
import weir.platform.json.Json;
import weir.platform.outage.Unavailable;
import weir.platform.unit.DataSize;

/// The door of the data API: lets in what is signed, as old clients sign it, and signs what is answered.
///
/// What is not let in is answered 401 with nothing in it, or 400 `{"error": …}` when the header is no Hawk header; when
/// the database is away too, for a request whose nonce cannot be written down may be a replay. Safe for many threads.
final class HawkDoor {

    private static final Logger LOG = LoggerFactory.getLogger(HawkDoor.class);
    private static final String PASS = HawkServer.Pass.class.getName();
    private static final byte[] NOTHING = {};

    /// Longer answers are not signed, and their clients refuse them: a page of the data API is far shorter.
    private static final DataSize LONGEST_SIGNED = DataSize.ofMegabytes(64);

    private final HawkServer server;
    private final ClientAddress addresses;
    private final RateLimit failed;
    private final RateLimit perCaller;

    HawkDoor(HawkServer server, ClientAddress addresses, RateLimit failed, RateLimit perCaller) {
        this.server = server;
        this.addresses = addresses;
        this.failed = failed;
        this.perCaller = perCaller;
    }

    /// The body of a request that is let in was read to check its hash; handlers get it by `bodyAsBytes()`.
    void open(Context request, HawkScope scope) {
        String address = addresses.of(request);
        Doorkeeper.limit(failed.waiting(address));
        try {
            HawkServer.Pass pass = check(request);
            if (!pass.key().opens(scope)) {
                throw new HawkRefused(HawkRefused.Reason.WRONG_SCOPE);
            }
            HawkKey key = pass.key();
            Doorkeeper.limit(perCaller.take("Hawk " + key.id()));
            new Caller.Program(key.id(), key.organisation(), Set.of(), key.scopes()).enter(request);
            request.attribute(PASS, pass);
        } catch (HawkRefused e) {
            failed.take(address);
            LOG.info("A Hawk request was refused. reason={} route={}", e.reason().code(), request.endpoint().path);
            refuse(request);
        } catch (HawkMalformed e) {
            failed.take(address);
            request.status(400).contentType("application/json");
            request.result(Json.write(Map.of("error", String.valueOf(e.getMessage()))));
            request.skipRemainingHandlers();
        } catch (Unavailable | SealedWithAnotherKey e) {
            LOG.error("A Hawk request was refused because it could not be checked: {} route={}",
                    e.getMessage(), request.endpoint().path);
            refuse(request);
        }
    }

    private HawkServer.Pass check(Context request) {
        String header = Optional.ofNullable(request.header("Authorization")).orElse("");
        String query = request.queryString();
        String resource = request.req().getRequestURI() + (query == null ? "" : "?" + query);
        String contentType = Optional.ofNullable(request.contentType()).orElse("");
        byte[] body = header.isEmpty() ? NOTHING : request.bodyAsBytes();
        return server.check(new HawkServer.Request(header, request.method().name(), resource, contentType), body);
    }

    private static void refuse(Context request) {
        request.status(401).result("");
        request.skipRemainingHandlers();
    }

    /// Signs the answer to a request that was let in.
    void sign(Context request) {
        HawkServer.Pass pass = request.attribute(PASS);
        if (pass == null) {
            return;
        }
        try {
            sign(request, pass);
        } catch (IOException e) {
            throw new UncheckedIOException("The answer could not be read to be signed.", e);
        }
    }

    private void sign(Context request, HawkServer.Pass pass) throws IOException {
        InputStream answer = request.resultInputStream();
        byte[] body = answer == null ? NOTHING : answer.readNBytes((int) LONGEST_SIGNED.bytes() + 1);
        if (body.length > LONGEST_SIGNED.bytes() && answer != null) {
            LOG.warn("An answer is too long to be signed and its client will refuse it. route={}", request.endpoint().path);
            request.result(new SequenceInputStream(new ByteArrayInputStream(body), answer));
            return;
        }
        if (answer != null) {
            answer.close();
        }
        String contentType = Optional.ofNullable(request.res().getContentType()).orElse("");
        request.header("Server-Authorization", server.sign(pass, contentType, body));
        request.result(body);
    }
}
