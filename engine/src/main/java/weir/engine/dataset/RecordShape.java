package weir.engine.dataset;

import java.util.List;
import java.util.Optional;

/// How the records of a table stand in an XML return.
///
/// @param element the record's element, as a path below the root: `Children/Child`
/// @param groups  what is said of the elements that hold others; one of which nothing is said may occur once or not at
///                all
/// @param events  how its rows are made of events; without it a record gives one row
public record RecordShape(String element, List<ElementGroup> groups, Optional<EventRows> events) {

    public RecordShape {
        groups = List.copyOf(groups);
    }

    /// The same with other events.
    public RecordShape with(EventRows changed) {
        return new RecordShape(element, groups, Optional.of(changed));
    }
}
