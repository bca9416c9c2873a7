package weir.engine.dataset;

/// One kind of event that an XML record tells of.
///
/// @param name what the row's type says
/// @param path the element that holds the event's date, below the record; without a date there is no event
public record EventKind(String name, String path) {}
