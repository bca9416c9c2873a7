package weir.engine.dataset;

/// A publication that rules come from.
///
/// @param id      how rules name it, as in `guide-2024`
/// @param title   its title and publisher
/// @param address where it is published; empty when it has no address
public record Source(String id, String title, String address) {}
