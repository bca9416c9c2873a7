package weir.platform.web;

import io.javalin.config.RoutesConfig;

/// The routes of one part.
@FunctionalInterface
public interface Routes {

    void addTo(RoutesConfig routes);
}
