package weir.stream.csv;

/// One place where a file is not well-formed CSV.
///
/// Source: facts of stream, section 2.1; kinds and categories bear the names that csvlint gives them.
///
/// @param row the line of the file where the row begins, counted from 1, the header counted
/// @param column counted from 1; 0 when it is the whole row
/// @param content the beginning of the row as it was sent. It goes to the error topic, never to a log
public record CsvFault(long row, int column, Kind kind, String content) {

    /// What can be wrong.
    public enum Kind {
        UNCLOSED_QUOTE("structure", "unclosed_quote"),
        STRAY_QUOTE("structure", "stray_quote"),
        WHITESPACE("structure", "whitespace"),
        RAGGED_ROWS("structure", "ragged_rows"),
        BLANK_ROWS("structure", "blank_rows"),
        INVALID_ENCODING("structure", "invalid_encoding"),
        ROW_TOO_LONG("structure", "row_too_long"),
        TOO_MANY_COLUMNS("structure", "too_many_columns"),
        DUPLICATE_COLUMN_NAME("schema", "duplicate_column_name"),
        EMPTY_COLUMN_NAME("schema", "empty_column_name");

        private final String category;
        private final String code;

        Kind(String category, String code) {
            this.category = category;
            this.code = code;
        }

        public String category() {
            return category;
        }

        public String code() {
            return code;
        }
    }

    private static final int CONTENT_CHARACTERS = 1_000;

    public CsvFault {
        content = content.length() > CONTENT_CHARACTERS ? content.substring(0, CONTENT_CHARACTERS) + "…" : content;
    }

    /// The documented text, without a line break at its end.
    public String text() {
        return "Row: " + row + " Col: " + (column == 0 ? "" : column) + ", Category: " + kind.category() + ", Type: "
                + kind.code() + ", Content: " + content + ", Constraints: {}";
    }

    @Override
    public String toString() {
        return "CsvFault[row=" + row + ", column=" + column + ", " + kind.code() + "]";
    }
}
