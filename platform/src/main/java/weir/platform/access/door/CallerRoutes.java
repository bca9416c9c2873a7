package weir.platform.access.door;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import weir.platform.access.AccessEvents;
import weir.platform.access.Caller;
import weir.platform.access.Grant;
import weir.platform.access.Permission;
import weir.platform.access.session.Sessions;
import weir.platform.access.session.store.SignedInBy;
import weir.platform.json.Json;
import weir.platform.web.Routes;

/// What callers ask of themselves: who they are, and to be signed out.
///
/// @param source     where people sign on
/// @param afterwards where the browser goes when signed out
record CallerRoutes(
        Sessions sessions, SessionCookie cookie, AccessEvents events, SignedInBy source, Supplier<Optional<URI>> afterwards)
        implements Routes {

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/v1/me", CallerRoutes::me, Permission.SIGNED_IN);
        routes.post("/sign-out", this::signOut, Permission.SIGNED_IN);
        routes.post("/sign-out/everywhere", this::signOutEverywhere, Permission.SIGNED_IN);
    }

    private static void me(Context request) {
        Caller caller = Caller.of(request);
        Map<String, Object> me = new LinkedHashMap<>();
        me.put("name", caller.name());
        me.put("kind", switch (caller) {
            case Caller.Person _ -> "person";
            case Caller.Program _ -> "program";
            case Caller.LocalAdministrator _ -> "local-administrator";
            case Caller.Nobody _ -> "nobody";
        });
        me.put("organisation", caller instanceof Caller.Program program ? List.of(program.organisation().value()) : List.of());
        me.put("roles", Grant.texts(caller.grants()));
        me.put("csrf_token", FormToken.of(request));
        request.contentType("application/json").result(Json.write(me));
    }

    private void signOut(Context request) {
        cookie.read(request).ifPresent(sessions::end);
        gone(request);
    }

    private void signOutEverywhere(Context request) {
        if (Caller.of(request) instanceof Caller.Person person) {
            sessions.endAll(person.name(), source);
        }
        gone(request);
    }

    private void gone(Context request) {
        if (Caller.of(request) instanceof Caller.Person person) {
            events.signedOut(person);
        }
        cookie.remove(request);
        request.redirect(afterwards.get().map(URI::toString).orElse("/sign-in"), HttpStatus.SEE_OTHER);
    }
}
