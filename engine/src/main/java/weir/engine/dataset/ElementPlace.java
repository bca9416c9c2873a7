package weir.engine.dataset;

import java.util.List;

/// Where a field stands in an XML return.
///
/// @param paths   the elements that hold it, each a path below the record, as in `CINdetails/Section47/DateOfInitialCPC`;
///                of several that belong to one row the deepest wins. Empty for a field that no element holds
/// @param repeats whether the element may occur more than once; the values are then joined by commas
public record ElementPlace(List<String> paths, boolean repeats) {

    /// The place of a field that no element holds.
    public static final ElementPlace NOWHERE = new ElementPlace(List.of(), false);

    public ElementPlace {
        paths = List.copyOf(paths);
    }
}
