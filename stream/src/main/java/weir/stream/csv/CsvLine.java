package weir.stream.csv;

import java.util.List;

/// A line of CSV as the streams write it: an empty cell is two quotes, other quotes only where they are needed, and the line
/// ends in LF.
///
/// Source: facts of stream, section 5.4.
public final class CsvLine {

    private CsvLine() {}

    public static String of(List<String> cells) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) {
                line.append(',');
            }
            add(line, cells.get(i));
        }
        return line.append('\n').toString();
    }

    private static void add(StringBuilder line, String cell) {
        if (needsQuotes(cell)) {
            line.append('"').append(cell.replace("\"", "\"\"")).append('"');
        } else {
            line.append(cell);
        }
    }

    private static boolean needsQuotes(String cell) {
        if (cell.isEmpty() || cell.charAt(0) <= ' ' || cell.charAt(cell.length() - 1) <= ' ') {
            return true;
        }
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c == ',' || c == '"' || c == '\n' || c == '\r') {
                return true;
            }
        }
        return false;
    }
}
