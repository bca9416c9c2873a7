package weir.collect.delivery;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// One table of a file.
///
/// @param part    a further name of the return within its period, as the kind of school; mostly empty
/// @param layout  the name of the layout of its sorted rows
/// @param sorted  the object of its rows by their keys; empty once erased
/// @param cleaned the object of its rows as Parquet; empty once erased
public record DeliveredTable(
        int ordinal,
        String dataset,
        String table,
        String period,
        String part,
        long rowsRead,
        long rowsKept,
        long rowsRefused,
        State state,
        String layout,
        Optional<String> sorted,
        Optional<String> cleaned) {

    /// Whether both are the same table of the same period and part.
    boolean isSameTable(DeliveredTable other) {
        return dataset.equals(other.dataset)
                && table.equals(other.table)
                && period.equals(other.period)
                && part.equals(other.part);
    }

    DeliveredTable with(State settled) {
        return new DeliveredTable(
                ordinal, dataset, table, period, part, rowsRead, rowsKept, rowsRefused, settled, layout, sorted, cleaned);
    }

    /// The objects that are kept of it.
    List<String> objects() {
        return Stream.concat(sorted.stream(), cleaned.stream()).toList();
    }

    /// Whether it counts.
    public enum State {
        /// It goes into outputs.
        LIVE,
        /// A later file brought the table of this period anew.
        SUPERSEDED,
        /// Its delivery brought the table of this period more than once: neither counts.
        REPEATED,
        /// Its organisation has not signed any use case of the dataset any more; the cleaned rows are erased.
        UNSIGNED,
        /// Its organisation took it back.
        WITHDRAWN;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
