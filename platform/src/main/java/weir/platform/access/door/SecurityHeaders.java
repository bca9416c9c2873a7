package weir.platform.access.door;

import java.net.URI;
import java.util.Optional;

import io.javalin.http.Context;
import weir.platform.access.PublicAddress;

/// The headers every answer carries, so that a browser does with it what we mean and no more.
///
/// Pages may load what the service itself serves and nothing else: no script in the page, nothing from elsewhere.
final class SecurityHeaders {

    private static final String YEAR_SECONDS = "31536000";

    private final String contentPolicy;
    private final boolean isHttps;

    /// @param provider where forms may lead besides this service: the provider people sign on and off at
    SecurityHeaders(PublicAddress address, Optional<URI> provider) {
        this.isHttps = address.isHttps();
        this.contentPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
                + "connect-src 'self'; form-action 'self'" + provider.map(SecurityHeaders::origin).map(o -> " " + o).orElse("")
                + "; base-uri 'none'; frame-ancestors 'none'";
    }

    private static String origin(URI address) {
        return address.getScheme() + "://" + address.getRawAuthority();
    }

    void set(Context request) {
        request.header("Content-Security-Policy", contentPolicy);
        request.header("X-Content-Type-Options", "nosniff");
        request.header("X-Frame-Options", "DENY");
        request.header("Referrer-Policy", "no-referrer");
        request.header("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
        request.header("Cross-Origin-Opener-Policy", "same-origin");
        request.header("Cross-Origin-Resource-Policy", "same-origin");
        // What is told to one caller is kept by no cache; assets say otherwise themselves.
        request.header("Cache-Control", "no-store");
        if (isHttps) {
            request.header("Strict-Transport-Security", "max-age=" + YEAR_SECONDS);
        }
    }
}
