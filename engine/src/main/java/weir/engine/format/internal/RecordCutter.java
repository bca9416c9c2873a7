package weir.engine.format.internal;

/// Finds where records of a CSV text end, without parsing its cells.
///
/// A quote opens a quoted cell only as its first byte; inside, two quotes are one quote and line ends belong to the cell.
/// Lines end with LF, CRLF or CR. Works on any encoding in which ASCII bytes mean ASCII characters.
final class RecordCutter {

    /// There is no end of a record in the bytes.
    static final int NONE = -1;

    private final byte delimiter;

    RecordCutter(char delimiter) {
        this.delimiter = (byte) delimiter;
    }

    /// Where whole records end.
    ///
    /// @param end     behind the last whole record; [#NONE] when none is whole
    /// @param records how many end there or before
    record Cut(int end, int records) {}

    /// Cuts behind the last record that is whole in `[from, to)`, which begins at the start of a record.
    ///
    /// @param isLast whether the text ends at `to`, so that a CR there is a whole line end
    Cut afterLast(byte[] bytes, int from, int to, boolean isLast) {
        return scan(bytes, from, to, isLast, Integer.MAX_VALUE);
    }

    /// Cuts behind the first record in `[from, to)`.
    Cut afterFirst(byte[] bytes, int from, int to, boolean isLast) {
        return scan(bytes, from, to, isLast, 1);
    }

    /// Whether the bytes, which begin at the start of a record, end inside a quoted cell.
    boolean endsInQuotes(byte[] bytes, int from, int to) {
        boolean inQuotes = false;
        boolean atStart = true;
        for (int i = from; i < to; i++) {
            byte b = bytes[i];
            if (inQuotes) {
                if (b == '"') {
                    if (i + 1 < to && bytes[i + 1] == '"') {
                        i++;
                    } else {
                        inQuotes = false;
                    }
                }
            } else if (b == '"' && atStart) {
                inQuotes = true;
                atStart = false;
            } else {
                atStart = b == delimiter || b == '\n' || b == '\r';
            }
        }
        return inQuotes;
    }

    private Cut scan(byte[] bytes, int from, int to, boolean isLast, int most) {
        int end = NONE;
        int records = 0;
        boolean inQuotes = false;
        boolean atStart = true;
        for (int i = from; i < to; i++) {
            byte b = bytes[i];
            if (b > '"') {
                // Most bytes by far; the delimiters above the quote are told apart below.
                atStart = b == delimiter && !inQuotes;
            } else if (inQuotes) {
                if (b == '"') {
                    if (i + 1 < to && bytes[i + 1] == '"') {
                        i++;
                    } else {
                        inQuotes = false;
                    }
                }
            } else if (b == '\n' || b == '\r') {
                if (b == '\r' && i + 1 < to && bytes[i + 1] == '\n') {
                    i++;
                } else if (b == '\r' && i + 1 == to && !isLast) {
                    break;
                }
                end = i + 1;
                records++;
                if (records == most) {
                    break;
                }
                atStart = true;
            } else if (b == '"' && atStart) {
                inQuotes = true;
                atStart = false;
            } else {
                atStart = b == delimiter;
            }
        }
        return new Cut(end, records);
    }
}
