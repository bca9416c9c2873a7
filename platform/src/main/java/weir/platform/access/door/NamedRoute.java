package weir.platform.access.door;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.javalin.Javalin;
import io.javalin.router.Endpoint;
import io.javalin.security.Roles;
import weir.platform.access.Door;
import weir.platform.web.Routes;

/// A route with its door: for the tests that every route names one, and for the reference.
///
/// @param doors exactly one, unless something was forgotten
public record NamedRoute(String method, String path, Set<Door> doors) {

    /// All routes of these parts, in the order in which they were added.
    public static List<NamedRoute> of(List<Routes> parts) {
        Javalin javalin = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            parts.forEach(part -> part.addTo(config.routes));
        });
        return javalin.unsafe.internalRouter.allHttpHandlers().stream()
                .map(parsed -> parsed.endpoint)
                .filter(endpoint -> endpoint.method.isHttpMethod())
                .map(NamedRoute::of)
                .toList();
    }

    private static NamedRoute of(Endpoint endpoint) {
        Roles roles = endpoint.metadata(Roles.class);
        Set<Door> doors = roles == null ? Set.of() : roles.getRoles().stream()
                .filter(Door.class::isInstance)
                .map(Door.class::cast)
                .collect(Collectors.toUnmodifiableSet());
        return new NamedRoute(endpoint.method.name(), endpoint.path, doors);
    }
}
