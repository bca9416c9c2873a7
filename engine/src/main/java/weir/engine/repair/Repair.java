package weir.engine.repair;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import weir.engine.dataset.FieldName;
import weir.engine.dataset.FieldType;
import weir.engine.dataset.Table;
import weir.engine.record.Row;

/// Mends the records of one person across returns, and adds fields that say what it did.
public interface Repair {

    /// The position of the field that names the person.
    int person();

    /// The fields it adds behind the table's own, in order.
    List<Added> added();

    /// The fields of the table that it may change.
    List<FieldName> changed();

    /// A field that a repair adds.
    record Added(FieldName name, FieldType type) {}

    /// The rows of one person, mended, each with the added fields. Rows that are left out are merged into the others.
    ///
    /// @param rows       all rows of one person, in the order of the table's key
    /// @param latestYear the latest year the organisation has handed in
    List<Mended> mend(List<Mended> rows, int latestYear);

    /// A row on its way through a repair.
    ///
    /// @param row    the row
    /// @param year   the year of its return
    /// @param source the number of the file it stands in
    record Mended(Row row, int year, int source) {

        Mended with(Row mended) {
            return new Mended(mended, year, source);
        }
    }

    /// The repair a specification names; empty when there is none of that name.
    static Optional<Repair> named(String name, Table table) {
        return name.equals("episodes") ? Optional.of(EpisodeRepair.of(table)) : Optional.empty();
    }

    /// The position of a field that a repair cannot do without.
    static int position(Table table, String field) {
        OptionalInt index = table.indexOf(new FieldName(field));
        return index.orElseThrow(() -> new IllegalArgumentException(
                "The repair of table " + table.name() + " needs the field " + field + "."));
    }
}
