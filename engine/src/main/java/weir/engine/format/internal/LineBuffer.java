package weir.engine.format.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

import weir.engine.format.FileRefused;
import weir.engine.issue.IssueCode;

/// The bytes of a text, taken out in runs of whole lines. Lines end with a line feed. For one thread.
public final class LineBuffer {

    private static final int RUN = 1 << 17;

    private final InputStream in;
    private final int lineLimit;
    private byte[] bytes = new byte[RUN];
    private int length;
    private boolean isAtEnd;
    private long bytesRead;
    private long nextLine = 1;

    /// Whole lines.
    ///
    /// @param bytes     a copy of its own, the last line end left out
    /// @param firstLine the number of the first line, counted from 1
    @SuppressWarnings("ArrayRecordComponent") // handed over, not shared
    public record Run(byte[] bytes, long firstLine) {
        @Override
        public String toString() {
            return "run";
        }
    }

    /// @param lineLimit the most bytes of one line
    public LineBuffer(InputStream in, int lineLimit) {
        this.in = in;
        this.lineLimit = lineLimit;
    }

    public long bytesRead() {
        return bytesRead;
    }

    /// As many whole lines as fit the buffer, at least one; empty at the end of the text.
    ///
    /// @throws FileRefused when a line is longer than the limit
    public Optional<Run> next() throws IOException, FileRefused {
        fill();
        int end = lastLineEnd();
        while (end < 0 && !isAtEnd) {
            if (length > lineLimit) {
                throw new FileRefused(IssueCode.RECORD_TOO_LONG, nextLine + 1, lineLimit + " bytes");
            }
            bytes = Arrays.copyOf(bytes, bytes.length * 2);
            fill();
            end = lastLineEnd();
        }
        if (length == 0) {
            return Optional.empty();
        }
        return Optional.of(take(end < 0 ? length : end));
    }

    private Run take(int end) {
        Run run = new Run(Arrays.copyOf(bytes, end), nextLine);
        nextLine++;
        for (byte each : run.bytes()) {
            nextLine += each == '\n' ? 1 : 0;
        }
        int from = Math.min(end + 1, length);
        System.arraycopy(bytes, from, bytes, 0, length - from);
        length -= from;
        return run;
    }

    private int lastLineEnd() {
        int at = length - 1;
        while (at >= 0 && bytes[at] != '\n') {
            at--;
        }
        return at;
    }

    private void fill() throws IOException {
        while (length < bytes.length && !isAtEnd) {
            int count = in.read(bytes, length, bytes.length - length);
            if (count < 0) {
                isAtEnd = true;
            } else {
                length += count;
                bytesRead += count;
            }
        }
    }
}
