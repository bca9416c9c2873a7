package weir.platform.health;

/// Asks one dependency whether it works.
///
/// @param name  `database`, `broker`, `objects`
/// @param probe does something small and real; throws when it cannot, with a message fit to be read
public record HealthCheck(String name, Runnable probe) {}
