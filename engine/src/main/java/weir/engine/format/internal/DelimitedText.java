package weir.engine.format.internal;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import weir.engine.format.DelimitedReader.Stated;
import weir.engine.format.FileRefused;
import weir.engine.format.Limits;
import weir.engine.format.RowBlock;
import weir.engine.issue.Issue;
import weir.engine.issue.IssueCode;
import weir.engine.issue.IssueSink;
import weir.engine.issue.Place;
import weir.engine.record.Cells;

/// A delimited text whose encoding and delimiter are known or found while it is read.
public final class DelimitedText implements Closeable {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final char[] DELIMITERS = {',', ';', '\t', '|'};

    private final InputStream in;
    private final RecordBuffer buffer;
    private final Limits limits;
    private final IssueSink issues;
    private final String name;
    private final char delimiter;
    private final RecordCutter cutter;
    private Charset charset;
    private boolean isCharsetKnown;

    private DelimitedText(
            InputStream in, RecordBuffer buffer, String name, char delimiter, Optional<Charset> charset,
            Limits limits, IssueSink issues) {
        this.in = in;
        this.buffer = buffer;
        this.name = name;
        this.delimiter = delimiter;
        this.cutter = new RecordCutter(delimiter);
        this.charset = charset.orElse(StandardCharsets.UTF_8);
        this.isCharsetKnown = charset.isPresent();
        this.limits = limits;
        this.issues = issues;
    }

    /// Takes over `in` and closes it with the text.
    public static DelimitedText of(InputStream in, String name, Stated stated, Limits limits, IssueSink issues)
            throws IOException, FileRefused {
        InputStream source = in;
        RecordBuffer buffer = new RecordBuffer(source, limits.recordBytes());
        RecordBuffer.Run start = buffer.start(TextEncoding.START_BYTES);
        TextEncoding.Start found = TextEncoding.ofStart(slice(start), start.to() - start.from());
        Optional<Charset> charset = stated.charset().or(found::charset);
        buffer.skip(found.markLength());
        if (charset.isPresent() && !isAsciiCompatible(charset.get())) {
            RecordBuffer.Run rest = buffer.start(0);
            InputStream all = new PrefixedInput(rest.bytes(), rest.from(), rest.to(), in);
            source = TextEncoding.toUtf8(all, charset.get());
            buffer = new RecordBuffer(source, limits.recordBytes());
            charset = Optional.of(StandardCharsets.UTF_8);
        }
        refuseBinary(buffer.start(TextEncoding.START_BYTES));
        char delimiter = stated.delimiter().orElse(delimiterOf(buffer.start(TextEncoding.START_BYTES)));
        return new DelimitedText(source, buffer, name, delimiter, charset, limits, issues);
    }

    private static boolean isAsciiCompatible(Charset charset) {
        return !charset.name().startsWith("UTF-16") && !charset.name().startsWith("UTF-32");
    }

    private static byte[] slice(RecordBuffer.Run run) {
        return java.util.Arrays.copyOfRange(run.bytes(), run.from(), run.to());
    }

    /// A text has no zero bytes and hardly any control characters.
    private static void refuseBinary(RecordBuffer.Run start) throws FileRefused {
        int controls = 0;
        for (int i = start.from(); i < start.to(); i++) {
            byte b = start.bytes()[i];
            if (b == 0) {
                throw new FileRefused(IssueCode.FILE_NOT_TABULAR, 0, "");
            }
            if (b > 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f') {
                controls++;
            }
        }
        if (controls * 50 > start.to() - start.from()) {
            throw new FileRefused(IssueCode.FILE_NOT_TABULAR, 0, "");
        }
    }

    /// The delimiter that stands most often in the first line, outside quotes; a comma when none does.
    private static char delimiterOf(RecordBuffer.Run start) {
        int[] counts = new int[DELIMITERS.length];
        boolean inQuotes = false;
        for (int i = start.from(); i < start.to(); i++) {
            byte b = start.bytes()[i];
            if (b == '"') {
                inQuotes = !inQuotes;
            } else if (!inQuotes && (b == '\n' || b == '\r')) {
                break;
            } else if (!inQuotes) {
                for (int d = 0; d < DELIMITERS.length; d++) {
                    if (b == DELIMITERS[d]) {
                        counts[d]++;
                    }
                }
            }
        }
        int best = 0;
        for (int d = 1; d < DELIMITERS.length; d++) {
            if (counts[d] > counts[best]) {
                best = d;
            }
        }
        return DELIMITERS[best];
    }

    /// The cells of the first row; empty when the text has none.
    public Optional<String[]> header() throws IOException, FileRefused {
        Optional<RecordBuffer.Run> run = buffer.firstRecord(cutter);
        if (run.isEmpty()) {
            return Optional.empty();
        }
        List<Cells> rows = block(run.get()).rows();
        Cells first = rows.getFirst();
        String[] cells = new String[first.size()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = first.text(i);
        }
        return Optional.of(cells);
    }

    public Optional<RowBlock> nextBlock() throws IOException, FileRefused {
        Optional<RecordBuffer.Run> run = buffer.records(cutter);
        return run.isEmpty() ? Optional.empty() : Optional.of(block(run.get()));
    }

    private CsvBlock block(RecordBuffer.Run run) {
        if (!isCharsetKnown) {
            findCharset(run);
        }
        return new CsvBlock(run, charset, delimiter, limits);
    }

    private void findCharset(RecordBuffer.Run run) {
        int at = TextEncoding.firstAboveAscii(run.bytes(), run.from(), run.to());
        if (at < 0) {
            return;
        }
        isCharsetKnown = true;
        if (!TextEncoding.isUtf8Sequence(run.bytes(), at, run.to())) {
            charset = WINDOWS_1252;
            issues.accept(Issue.notice(IssueCode.ENCODING_GUESSED, Place.file(name), "UTF-8"));
        }
    }

    public long bytesRead() {
        return buffer.bytesRead();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
