package weir.platform.access;

import io.javalin.security.RouteRole;

/// What a route asks of its callers. Every route names exactly one.
public sealed interface Door extends RouteRole permits Permission, HawkScope {}
