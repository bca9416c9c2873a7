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

    /// Where the last record that is whole ends in `[from, to)`, which begins at the start of a record; [#NONE] when none
    /// is whole.
    ///
    /// @param isLast whether the text ends at `to`, so that a CR there is a whole line end
    int lastEnd(byte[] bytes, int from, int to, boolean isLast) {
        if (indexOf(bytes, from, to, (byte) '"') == NONE) {
            return lastLineEnd(bytes, from, to, isLast);
        }
        return scan(bytes, from, to, isLast, false);
    }

    /// Where the first record ends in `[from, to)`; [#NONE] when it is not whole.
    int firstEnd(byte[] bytes, int from, int to, boolean isLast) {
        return scan(bytes, from, to, isLast, true);
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

    private int scan(byte[] bytes, int from, int to, boolean isLast, boolean first) {
        int end = NONE;
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
            } else if (b == '\n' || b == '\r') {
                if (b == '\r' && i + 1 < to && bytes[i + 1] == '\n') {
                    i++;
                } else if (b == '\r' && i + 1 == to && !isLast) {
                    break;
                }
                end = i + 1;
                if (first) {
                    return end;
                }
                atStart = true;
            } else if (b == '"' && atStart) {
                inQuotes = true;
                atStart = false;
            } else {
                atStart = b == delimiter;
            }
        }
        return end;
    }

    private static int lastLineEnd(byte[] bytes, int from, int to, boolean isLast) {
        for (int i = to - 1; i >= from; i--) {
            if (bytes[i] == '\n' || (bytes[i] == '\r' && (i + 1 < to || isLast))) {
                return i + 1;
            }
        }
        return NONE;
    }

    private static int indexOf(byte[] bytes, int from, int to, byte wanted) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == wanted) {
                return i;
            }
        }
        return NONE;
    }
}
