package weir.engine.dataset;

import java.util.List;

/// When two rows of a table are one record, and which of them is the latest.
///
/// Of the rows with the same key the one of the latest period stays; within a period the one with the greatest values
/// in `latest`, field by field, a blank counting as least; if these are equal too, the one that stands first in its
/// file. The others are merged into it.
///
/// @param key          the fields that name a record; empty means every field
/// @param isPerPeriod  whether the same record may stand in each period (an assessment a year) instead of once for all
/// @param latest       fields that tell which row of a period is the latest, most important first
public record Identity(List<FieldName> key, boolean isPerPeriod, List<FieldName> latest) {

    public Identity {
        key = List.copyOf(key);
        latest = List.copyOf(latest);
    }

    /// Every field, in each period: only exact repeats are merged.
    public static Identity ofWholeRow() {
        return new Identity(List.of(), true, List.of());
    }
}
