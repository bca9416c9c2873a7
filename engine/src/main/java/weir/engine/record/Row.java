package weir.engine.record;

import java.util.Arrays;
import java.util.List;

/// One cleaned record of a table: its values in the order of the table's fields, and where it came from.
///
/// The array is handed over, not copied; do not change it.
public final class Row {

    private final long number;
    private final Value[] values;

    /// @param number the row of the file as a spreadsheet counts it: the header is row 1
    public Row(long number, Value... values) {
        this.number = number;
        this.values = values;
    }

    public long number() {
        return number;
    }

    public int size() {
        return values.length;
    }

    public Value value(int field) {
        return values[field];
    }

    public List<Value> values() {
        return List.of(values);
    }

    /// The same row with one value replaced.
    public Row with(int field, Value value) {
        Value[] copy = values.clone();
        copy[field] = value;
        return new Row(number, copy);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Row row && number == row.number && Arrays.equals(values, row.values);
    }

    @Override
    public int hashCode() {
        return 31 * Long.hashCode(number) + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "row[" + number + ", " + values.length + " values]";
    }
}
