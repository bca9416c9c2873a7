package weir.engine.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import weir.engine.format.internal.JsonRows;
import weir.engine.format.internal.LineBuffer;
import weir.engine.issue.IssueCode;

/// Reads JSON lines: one flat object a line, in UTF-8. The first object's names are the header; an object with a name
/// more gives a row longer than the header, one with a name less a blank.
///
/// The first line is row 2, as if a header stood above it. Blank lines are blank rows. Blocks are parsed by whoever
/// asks for their rows.
public final class JsonLinesReader implements TableReader {

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private final InputStream in;
    private final LineBuffer lines;
    private final JsonRows json;
    private Optional<LineBuffer.Run> first = Optional.empty();
    private List<String> header = List.of();
    private boolean isOpened;

    private JsonLinesReader(InputStream in, Limits limits) {
        this.in = in;
        this.lines = new LineBuffer(in, limits.recordBytes());
        this.json = new JsonRows(limits);
    }

    /// @throws FileRefused when the file is too large
    public static JsonLinesReader open(Content content, Limits limits) throws IOException, FileRefused {
        if (content.size() > limits.fileBytes()) {
            throw new FileRefused(IssueCode.FILE_TOO_LARGE, 0, limits.fileBytes() + " bytes");
        }
        InputStream in = content.open();
        try {
            return new JsonLinesReader(withoutMark(in), limits);
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    private static InputStream withoutMark(InputStream in) throws IOException {
        PushbackInputStream pushback = new PushbackInputStream(in, BYTE_ORDER_MARK.length);
        byte[] start = pushback.readNBytes(BYTE_ORDER_MARK.length);
        if (!Arrays.equals(start, BYTE_ORDER_MARK)) {
            pushback.unread(start);
        }
        return pushback;
    }

    @Override
    public boolean nextTable() throws IOException, FileRefused {
        if (isOpened) {
            return false;
        }
        isOpened = true;
        first = lines.next();
        if (first.isPresent()) {
            header = List.copyOf(json.header(first.get()));
        }
        return true;
    }

    @Override
    public String sheet() {
        return "";
    }

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    public Optional<RowBlock> nextBlock() throws IOException, FileRefused {
        Optional<LineBuffer.Run> run = first.isPresent() ? first : lines.next();
        first = Optional.empty();
        return run.map(lines -> json.block(lines, header));
    }

    @Override
    public long bytesRead() {
        return lines.bytesRead();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
