package weir.platform.access.door;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import weir.platform.access.Caller;
import weir.platform.access.Door;
import weir.platform.access.HawkScope;
import weir.platform.access.Permission;
import weir.platform.access.rate.RateLimit;
import weir.platform.web.Problem;
import weir.platform.web.RequestRefused;

/// Opens the door of a route, or not. A route that names none stays shut. Safe for many threads.
final class Doorkeeper {

    private static final Logger LOG = LoggerFactory.getLogger(Doorkeeper.class);

    private final Callers callers;
    private final HawkDoor hawk;
    private final BrowserGuard guard;
    private final SignOn signOn;
    private final RateLimit perCaller;

    Doorkeeper(Callers callers, HawkDoor hawk, BrowserGuard guard, SignOn signOn, RateLimit perCaller) {
        this.callers = callers;
        this.hawk = hawk;
        this.guard = guard;
        this.signOn = signOn;
        this.perCaller = perCaller;
    }

    /// Lets a request in to its route, or answers it.
    /// @throws RequestRefused when it is not let in
    void open(Context request) {
        switch (door(request)) {
            case HawkScope scope -> hawk.open(request, scope);
            case Permission permission -> open(request, permission);
        }
    }

    private static Door door(Context request) {
        List<Door> doors = request.routeRoles().stream().filter(Door.class::isInstance).map(Door.class::cast).toList();
        if (doors.size() != 1) {
            LOG.error("A route names no door or several, and stays shut. route={}", request.endpoint().path);
            throw new Problem(500, "internal", "Something went wrong here",
                    "This address is not open to anybody. Tell whoever runs this service the request's id.").refused();
        }
        return doors.getFirst();
    }

    private void open(Context request, Permission permission) {
        guard.checkHost(request);
        if (permission == Permission.ANYONE) {
            // Who calls is not looked up: health must answer without the database.
            return;
        }
        Caller caller = callers.of(request);
        if (!(caller instanceof Caller.Nobody)) {
            limit(perCaller.take(caller.getClass().getSimpleName() + " " + caller.name()));
        }
        if (caller.may(permission)) {
            caller.enter(request);
        } else if (!(caller instanceof Caller.Nobody)) {
            throw new Problem(403, "not-allowed", "Not allowed",
                    "This needs the permission " + permission.code() + ": ask the administrator for a role that has it.").refused();
        } else if (signOn != SignOn.NONE && isPage(request)) {
            toSignIn(request);
        } else {
            throw unknown("This needs somebody who is known here: sign in, or send a key.");
        }
    }

    private static boolean isPage(Context request) {
        return request.method().name().equals("GET")
                && request.header("Authorization") == null
                && Optional.ofNullable(request.header("Accept")).orElse("").contains("text/html");
    }

    private static void toSignIn(Context request) {
        String query = request.queryString();
        String here = request.req().getRequestURI() + (query == null ? "" : "?" + query);
        request.redirect("/sign-in?next=" + URLEncoder.encode(here, StandardCharsets.UTF_8), HttpStatus.SEE_OTHER);
        request.skipRemainingHandlers();
    }

    static RequestRefused unknown(String detail) {
        return new Problem(401, "unknown-caller", "Who are you?", detail).refused(Map.of("WWW-Authenticate", "Bearer"));
    }

    /// @throws RequestRefused 429 when there is something to wait
    static void limit(Duration wait) {
        if (wait.isPositive()) {
            long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
            throw new Problem(429, "too-many-requests", "Too many requests",
                    "Wait " + seconds + " s and send it again: nothing was done.")
                    .refused(Map.of("Retry-After", Long.toString(seconds)));
        }
    }
}
