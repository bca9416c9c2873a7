package weir.platform.access.door;

import java.util.Optional;
import java.util.Set;

import io.javalin.http.Context;
import weir.platform.access.PublicAddress;
import weir.platform.web.Problem;
import weir.platform.web.RequestRefused;

/// Keeps other sites from using a person's browser against the service.
record BrowserGuard(PublicAddress address, boolean isLoopbackOnly) {

    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");

    static boolean changes(Context request) {
        return !HARMLESS.contains(request.method().name());
    }

    /// A name of somebody else's that leads to this machine (DNS rebinding) must not make their page the local
    /// administrator's.
    void checkHost(Context request) {
        String host = Optional.ofNullable(request.header("Host")).orElse("");
        if (isLoopbackOnly && !PublicAddress.isLoopbackHost(host) && !address.isHost(host)) {
            throw new Problem(421, "wrong-host", "Wrong host",
                    "This service answers to the names of this machine only: use localhost, or set public-address.").refused();
        }
    }

    /// On what changes something, a browser says which site sent it; another site's is refused.
    /// @param isBrowserSure whether only a browser can have sent it: then it must say so
    void checkOrigin(Context request, boolean isBrowserSure) {
        if (!changes(request)) {
            return;
        }
        String origin = request.header("Origin");
        String site = request.header("Sec-Fetch-Site");
        boolean isForeignSite = site != null && !site.equals("same-origin") && !site.equals("none");
        boolean isForeignOrigin = origin != null && !isOurs(origin, request);
        boolean isSilent = origin == null && site == null;
        if (isForeignSite || isForeignOrigin || isSilent && isBrowserSure) {
            throw foreign();
        }
    }

    private boolean isOurs(String origin, Context request) {
        return address.isOrigin(origin)
                || isLoopbackOnly && origin.equals("http://" + request.header("Host"))
                        && PublicAddress.isLoopbackHost(Optional.ofNullable(request.header("Host")).orElse(""));
    }

    static RequestRefused foreign() {
        return new Problem(403, "foreign-form", "Not from here",
                "This change did not come from a page of this service, or the page was too old. Nothing was changed: "
                        + "open the page again and repeat it.").refused();
    }
}
