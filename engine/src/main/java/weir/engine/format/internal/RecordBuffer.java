package weir.engine.format.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

import weir.engine.format.FileRefused;
import weir.engine.issue.IssueCode;

/// The bytes of a CSV text, taken out in runs of whole records. Holds one run, never more than the limit of a record
/// allows.
final class RecordBuffer {

    private static final int RUN = 1 << 17;

    /// Bytes `[from, to)` of `bytes`: whole records, good until the next run is taken.
    ///
    /// @param firstRow the number of the first record, counted from 1
    /// @param records  how many records
    @SuppressWarnings("ArrayRecordComponent") // A view of the buffer, gone before the buffer changes.
    record Run(byte[] bytes, int from, int to, long firstRow, int records) {}

    private final InputStream in;
    private final int recordLimit;
    private byte[] bytes = new byte[RUN];
    private int from;
    private int to;
    private boolean isAtEnd;
    private long bytesRead;
    private long nextRow = 1;

    RecordBuffer(InputStream in, int recordLimit) {
        this.in = in;
        this.recordLimit = recordLimit;
    }

    long bytesRead() {
        return bytesRead;
    }

    /// The bytes at the start of the text, at least `wanted` of them where it has so many. They stay to be taken.
    Run start(int wanted) throws IOException {
        while (to - from < wanted && !isAtEnd) {
            fill();
        }
        return new Run(bytes, from, to, nextRow, 0);
    }

    void skip(int count) {
        from += count;
    }

    /// The first record, with its line end.
    Optional<Run> firstRecord(RecordCutter cutter) throws IOException, FileRefused {
        return take(cutter, true);
    }

    /// As many whole records as stand in the buffer, at least one; empty at the end of the text.
    Optional<Run> records(RecordCutter cutter) throws IOException, FileRefused {
        return take(cutter, false);
    }

    private Optional<Run> take(RecordCutter cutter, boolean one) throws IOException, FileRefused {
        if (!one || from == to) {
            refill();
        }
        while (true) {
            if (from == to && isAtEnd) {
                return Optional.empty();
            }
            RecordCutter.Cut cut =
                    one ? cutter.afterFirst(bytes, from, to, isAtEnd) : cutter.afterLast(bytes, from, to, isAtEnd);
            if (cut.end() == RecordCutter.NONE && isAtEnd) {
                refuseOpenQuote(cutter);
                cut = new RecordCutter.Cut(to, 1);
            }
            if (cut.end() != RecordCutter.NONE) {
                Run run = new Run(bytes, from, cut.end(), nextRow, cut.records());
                from = cut.end();
                nextRow += cut.records();
                return Optional.of(run);
            }
            if (to - from > recordLimit) {
                refuseOpenQuote(cutter);
                throw new FileRefused(IssueCode.RECORD_TOO_LONG, nextRow, recordLimit + " bytes");
            }
            fill();
        }
    }

    private void refuseOpenQuote(RecordCutter cutter) throws FileRefused {
        if (cutter.endsInQuotes(bytes, from, to)) {
            throw new FileRefused(IssueCode.QUOTE_UNCLOSED, nextRow, "");
        }
    }

    /// Moves the rest to the front and fills the buffer, so that a run is as long as it may be.
    private void refill() throws IOException {
        System.arraycopy(bytes, from, bytes, 0, to - from);
        to -= from;
        from = 0;
        while (to < bytes.length && !isAtEnd) {
            fill();
        }
    }

    private void fill() throws IOException {
        if (to == bytes.length) {
            if (from > 0) {
                System.arraycopy(bytes, from, bytes, 0, to - from);
                to -= from;
                from = 0;
            } else {
                bytes = Arrays.copyOf(bytes, bytes.length * 2);
            }
        }
        int count = in.read(bytes, to, bytes.length - to);
        if (count < 0) {
            isAtEnd = true;
        } else {
            to += count;
            bytesRead += count;
        }
    }
}
