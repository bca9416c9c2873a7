package weir.stream.csv;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Cuts UTF-8 text into rows and cells and keeps each row as it was sent, also where quotes hold line breaks.
///
/// Commas, quotes doubled within quotes, lines that end in LF, CRLF or CR (RFC 4180). A byte order mark is skipped. What is
/// malformed is a fault of its row, and the next row is read. For one thread.
final class CsvScanner implements Closeable {

    private enum State { START, PLAIN, QUOTED, CLOSED }

    private static final int END = -1;
    private static final char MARK = '\uFEFF';
    private static final char REPLACEMENT = '\uFFFD';

    private final Reader in;
    private final CsvLimits limits;
    private final char[] buffer = new char[1 << 14];
    private int position;
    private int filled;

    private final StringBuilder raw = new StringBuilder();
    private final StringBuilder cell = new StringBuilder();
    private List<String> cells = List.of();
    private Optional<CsvFault.Kind> fault = Optional.empty();
    private int faultColumn;
    private long row;
    private long line = 1;
    private State state = State.START;
    private boolean isOver;

    CsvScanner(InputStream in, CsvLimits limits) {
        this.in = new InputStreamReader(in, StandardCharsets.UTF_8);
        this.limits = limits;
    }

    /// Reads the next row; false at the end, or after a row that is too long to go on from.
    boolean next() throws IOException {
        if (isOver) {
            return false;
        }
        begin();
        while (true) {
            int c = read();
            if (c == END) {
                isOver = true;
                return endOfText();
            }
            if (state != State.QUOTED && (c == '\n' || c == '\r')) {
                endOfLine((char) c);
                endCell();
                return true;
            }
            if (!take((char) c)) {
                isOver = true;
                return true;
            }
        }
    }

    private void begin() {
        raw.setLength(0);
        cell.setLength(0);
        cells = new ArrayList<>(cells.size());
        fault = Optional.empty();
        faultColumn = 0;
        row = line;
        state = State.START;
    }

    private boolean endOfText() {
        if (raw.isEmpty()) {
            return false;
        }
        if (state == State.QUOTED) {
            fault(CsvFault.Kind.UNCLOSED_QUOTE);
        }
        endCell();
        return true;
    }

    private void endOfLine(char c) throws IOException {
        line++;
        if (c == '\r' && peek() == '\n') {
            position++;
        }
    }

    /// Takes a character of the row; false when the row has become too long.
    private boolean take(char c) throws IOException {
        raw.append(c);
        if (raw.length() > limits.rowCharacters()) {
            fault = Optional.empty();
            fault(state == State.QUOTED ? CsvFault.Kind.UNCLOSED_QUOTE : CsvFault.Kind.ROW_TOO_LONG);
            return false;
        }
        if (c == REPLACEMENT) {
            fault(CsvFault.Kind.INVALID_ENCODING);
        }
        switch (state) {
            case START, PLAIN -> takePlain(c);
            case QUOTED -> takeQuoted(c);
            case CLOSED -> takeAfterQuote(c);
        }
        return true;
    }

    private void takePlain(char c) {
        if (c == ',') {
            endCell();
        } else if (c == '"' && state == State.START) {
            state = State.QUOTED;
        } else {
            if (c == '"') {
                fault(cell.toString().isBlank() ? CsvFault.Kind.WHITESPACE : CsvFault.Kind.STRAY_QUOTE);
            }
            cell.append(c);
            state = State.PLAIN;
        }
    }

    private void takeQuoted(char c) throws IOException {
        if (c == '"') {
            state = State.CLOSED;
            return;
        }
        cell.append(c);
        if (c == '\n' || (c == '\r' && peek() != '\n')) {
            line++;
        }
    }

    private void takeAfterQuote(char c) {
        switch (c) {
            case ',' -> endCell();
            case '"' -> {
                cell.append(c);
                state = State.QUOTED;
            }
            default -> {
                fault(c == ' ' || c == '\t' ? CsvFault.Kind.WHITESPACE : CsvFault.Kind.STRAY_QUOTE);
                cell.append(c);
                state = State.PLAIN;
            }
        }
    }

    private void endCell() {
        cells.add(cell.toString());
        cell.setLength(0);
        state = State.START;
        if (cells.size() > limits.columns()) {
            fault(CsvFault.Kind.TOO_MANY_COLUMNS);
        }
    }

    private void fault(CsvFault.Kind kind) {
        if (fault.isEmpty()) {
            fault = Optional.of(kind);
            faultColumn = cells.size() + 1;
        }
    }

    private int peek() throws IOException {
        int c = read();
        if (c != END) {
            position--;
        }
        return c;
    }

    private int read() throws IOException {
        if (position == filled) {
            boolean isFirst = filled == 0;
            filled = Math.max(0, in.read(buffer));
            position = isFirst && filled > 0 && buffer[0] == MARK ? 1 : 0;
            if (position == filled) {
                return filled == 0 ? END : read();
            }
        }
        return buffer[position++];
    }

    List<String> cells() {
        return cells;
    }

    /// The row as it was sent, without the line break at its end.
    String content() {
        return raw.toString();
    }

    boolean isEmptyLine() {
        return raw.isEmpty();
    }

    boolean isBlank() {
        return cells.stream().allMatch(String::isBlank);
    }

    /// The line of the file where the row begins, counted from 1.
    long row() {
        return row;
    }

    Optional<CsvFault> fault() {
        return fault.map(kind -> new CsvFault(row, faultColumn, kind, content()));
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
