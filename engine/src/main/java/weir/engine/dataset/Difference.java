package weir.engine.dataset;

import java.util.List;

/// One thing that differs between two specifications of a dataset.
///
/// @param table    the table it is about
/// @param field    the name of the field it is about; empty when it is about the table
/// @param sentence what differs, as in `episodes, REC: no longer allows E43 and E44.`
public record Difference(TableName table, String field, String sentence) {

    /// What is different in the later one, table by table in its order; tables that are gone come last.
    public static List<Difference> between(Specification earlier, Specification later) {
        return new Comparison(earlier, later).differences();
    }
}
