package weir.engine.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import weir.engine.format.internal.DelimitedText;
import weir.engine.issue.IssueCode;
import weir.engine.issue.IssueSink;

/// Reads delimited text: CSV with commas, semicolons, tabs or bars.
///
/// Encoding and delimiter are found in the text unless they are stated. Rows are cut by the reading thread at the ends
/// of records, so that blocks can be parsed on every core. Memory does not grow with the file.
public final class DelimitedReader implements TableReader {

    private final DelimitedText text;
    private final Limits limits;
    private List<String> header = List.of();
    private boolean isOpened;

    private DelimitedReader(DelimitedText text, Limits limits) {
        this.text = text;
        this.limits = limits;
    }

    /// What the sender said of the text; what it did not say is found in the text itself.
    public record Stated(Optional<Charset> charset, Optional<Character> delimiter) {
        public static final Stated NOTHING = new Stated(Optional.empty(), Optional.empty());
    }

    /// @param issues told when the encoding had to be guessed
    public static DelimitedReader open(Content content, Stated stated, Limits limits, IssueSink issues)
            throws IOException, FileRefused {
        if (content.size() > limits.fileBytes()) {
            throw new FileRefused(IssueCode.FILE_TOO_LARGE, 0, limits.fileBytes() + " bytes");
        }
        InputStream in = content.open();
        try {
            return new DelimitedReader(DelimitedText.of(in, content.name(), stated, limits, issues), limits);
        } catch (IOException | RuntimeException | FileRefused e) {
            in.close();
            throw e;
        }
    }

    @Override
    public boolean nextTable() throws IOException, FileRefused {
        if (isOpened) {
            return false;
        }
        isOpened = true;
        header = text.header().map(Arrays::asList).orElse(List.of());
        if (header.size() > limits.columns()) {
            throw new FileRefused(IssueCode.TOO_MANY_COLUMNS, 1, limits.columns() + " columns");
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
        return text.nextBlock();
    }

    @Override
    public long bytesRead() {
        return text.bytesRead();
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
