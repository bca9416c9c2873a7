package weir.engine.compare;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.PriorityQueue;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import weir.engine.format.UnclosedOutput;

/// Keyed rows in the order of their keys, kept for later merges: compressed with Zstandard behind the name of their
/// layout. Rows of another layout cannot be merged with these; they are made anew from the file they came from.
public final class KeptRows {

    private static final int LEVEL = 1;
    private static final int BUFFER = 1 << 16;
    private static final int MARK = 0x57454952;

    private KeptRows() {}

    /// Kept rows were made by another specification, or by another version of the program.
    public static final class OtherLayout extends IOException {

        private static final long serialVersionUID = 1;

        OtherLayout() {
            super("The kept rows have another layout than the table: check the file they came from again.");
        }
    }

    /// Told of each row that is the same record as the row before it.
    @FunctionalInterface
    public interface Repeats {
        /// @param row its number in its file
        void accept(long row);
    }

    /// Merges sorted rows into one stream. Nothing is left out.
    ///
    /// @param layout names the order of fields and the key, at most 100 characters
    /// @param out    is not closed
    public static void write(List<KeyedSource> sources, String layout, OutputStream out, Repeats repeats)
            throws IOException {
        DataOutputStream head = new DataOutputStream(out);
        head.writeInt(MARK);
        head.writeUTF(layout);
        head.flush();
        try (OutputStream packed = new BufferedOutputStream(
                new ZstdOutputStreamNoFinalizer(new UnclosedOutput(out), LEVEL), BUFFER)) {
            merge(sources, packed, repeats);
        }
    }

    private static void merge(List<KeyedSource> sources, OutputStream out, Repeats repeats) throws IOException {
        PriorityQueue<RunCursor> queue = new PriorityQueue<>();
        byte[] before = {};
        boolean isFirst = true;
        try {
            for (KeyedSource source : sources) {
                add(RunCursor.open(source), queue);
            }
            while (!queue.isEmpty()) {
                RunCursor first = queue.remove();
                byte[] row = first.row();
                int length = Bytes.intAt(row, 0) + 4;
                out.write(row, 0, length);
                if (!isFirst && KeyedRows.isSameRecord(before, 0, row, 0)) {
                    repeats.accept(KeyedRows.numberOf(row, 0));
                }
                before = length <= before.length ? before : new byte[length * 2];
                System.arraycopy(row, 0, before, 0, length);
                isFirst = false;
                add(first, queue);
            }
        } finally {
            for (RunCursor cursor : queue) {
                cursor.close();
            }
        }
    }

    private static void add(RunCursor cursor, PriorityQueue<RunCursor> queue) throws IOException {
        if (cursor.next()) {
            queue.add(cursor);
        } else {
            cursor.close();
        }
    }

    /// The rows that [#write] wrote.
    ///
    /// @param in is closed with the answer, or when this throws
    /// @throws OtherLayout when they have another layout
    public static InputStream open(InputStream in, String layout) throws IOException {
        try {
            InputStream buffered = new BufferedInputStream(in, BUFFER);
            DataInputStream head = new DataInputStream(buffered);
            if (head.readInt() != MARK || !head.readUTF().equals(layout)) {
                throw new OtherLayout();
            }
            return new BufferedInputStream(new ZstdInputStreamNoFinalizer(buffered), BUFFER);
        } catch (EOFException e) {
            in.close();
            throw new OtherLayout();
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }
}
