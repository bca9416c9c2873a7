package weir.engine.dataset;

import java.util.List;

/// How the rows of a table are made from the events of an XML record: one row for each date.
///
/// @param date  the field that gets the event's date
/// @param type  the field that gets the name of the event's kind
/// @param kinds the kinds, in the order of the rows they give
public record EventRows(FieldName date, FieldName type, List<EventKind> kinds) {

    public EventRows {
        kinds = List.copyOf(kinds);
    }
}
