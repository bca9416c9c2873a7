package weir.engine.issue.report;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/// The stream of a report: closing it flushes what it borrowed and leaves that open, and no failure is checked.
final class BorrowedStream extends OutputStream {

    private final OutputStream lender;

    BorrowedStream(OutputStream lender) {
        this.lender = lender;
    }

    @Override
    public void write(int b) {
        try {
            lender.write(b);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        try {
            lender.write(bytes, offset, length);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    @Override
    public void flush() {
        try {
            lender.flush();
        } catch (IOException e) {
            throw failure(e);
        }
    }

    @Override
    public void close() {
        flush();
    }

    private static UncheckedIOException failure(IOException cause) {
        return new UncheckedIOException("The report could not be written. Free some space, then run again.", cause);
    }
}
