package weir.collect.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// A table that a report made.
///
/// @param csv the file, as it is published
record Made(String csv, List<List<String>> lines) {

    static Made of(String csv) {
        return new Made(csv, csv.lines().map(Made::cells).toList());
    }

    List<String> header() {
        return lines.getFirst();
    }

    int rows() {
        return lines.size() - 1;
    }

    /// The cells of one column, top down.
    List<String> column(String name) {
        int at = header().indexOf(name);
        if (at < 0) {
            throw new IllegalArgumentException("There is no column " + name + ", only " + header() + ".");
        }
        return lines.stream().skip(1).map(line -> line.get(at)).toList();
    }

    /// The named columns as text: a line with their names, then one for each row, divided by `|`.
    String show(String... names) {
        List<List<String>> columns = Arrays.stream(names).map(this::column).toList();
        StringBuilder text = new StringBuilder(String.join("|", names)).append('\n');
        for (int row = 0; row < rows(); row++) {
            int at = row;
            text.append(columns.stream().map(column -> column.get(at)).collect(Collectors.joining("|"))).append('\n');
        }
        return text.toString();
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean isQuoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                isQuoted = !isQuoted;
            } else if (c == ',' && !isQuoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
