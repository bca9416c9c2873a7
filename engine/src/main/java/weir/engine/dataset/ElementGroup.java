package weir.engine.dataset;

/// An element of an XML record that holds other elements.
///
/// @param path       its path below the record, as in `CINdetails/Assessments`
/// @param isRequired whether it must stand in each element that may hold it
/// @param repeats    whether it may occur more than once
public record ElementGroup(String path, boolean isRequired, boolean repeats) {}
