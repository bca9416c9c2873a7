package weir.engine.issue;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// Where an issue stands: a file, and as far as it is known the table, row and field.
public final class Place {

    private final String file;
    private final String table;
    private final long row;
    private final String field;
    private final int column;
    private final boolean isLine;

    private Place(String file, String table, long row, String field, int column) {
        this(file, table, row, field, column, false);
    }

    private Place(String file, String table, long row, String field, int column, boolean isLine) {
        this.file = file;
        this.table = table;
        this.row = row;
        this.field = field;
        this.column = column;
        this.isLine = isLine;
    }

    /// @param file the name as the user knows it, with `/` between folders
    public static Place file(String file) {
        return new Place(file, "", 0, "", -1);
    }

    public Place table(String name) {
        return new Place(file, name, row, field, column, isLine);
    }

    /// @param number as a spreadsheet counts: the header is row 1
    public Place row(long number) {
        return new Place(file, table, number, field, column);
    }

    /// @param index the column's position in the file, counted from 0; negative when it stands in no column
    public Place field(String name, int index) {
        return new Place(file, table, row, name, index, isLine);
    }

    /// A place in an XML file, which has lines and no rows. [#row()] is then the line.
    ///
    /// @param number counted from 1; 0 when it is about the whole file
    public Place line(long number) {
        return new Place(file, table, number, field, column, true);
    }

    /// Whether the row is a line of an XML file.
    public boolean isLine() {
        return isLine;
    }

    public String file() {
        return file;
    }

    public Optional<String> table() {
        return table.isEmpty() ? Optional.empty() : Optional.of(table);
    }

    public OptionalLong row() {
        return row == 0 ? OptionalLong.empty() : OptionalLong.of(row);
    }

    public Optional<String> field() {
        return field.isEmpty() ? Optional.empty() : Optional.of(field);
    }

    /// Counted from 0.
    public OptionalInt column() {
        return column < 0 ? OptionalInt.empty() : OptionalInt.of(column);
    }

    /// The column as a spreadsheet names it: `A` to `Z`, then `AA`.
    public Optional<String> columnLetter() {
        if (column < 0) {
            return Optional.empty();
        }
        StringBuilder letters = new StringBuilder();
        for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
            letters.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return Optional.of(letters.toString());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Place place
                && file.equals(place.file)
                && table.equals(place.table)
                && row == place.row
                && field.equals(place.field)
                && column == place.column
                && isLine == place.isLine;
    }

    @Override
    public int hashCode() {
        return file.hashCode() * 31 * 31 + Long.hashCode(row) * 31 + column;
    }

    @Override
    public String toString() {
        return file + (table.isEmpty() ? "" : " " + table) + (row == 0 ? "" : (isLine ? " line " : " row ") + row)
                + (field.isEmpty() ? "" : " " + field);
    }
}
