package weir.engine.compare;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/// The latest row of each record, in the order of the table's key. For one thread.
///
/// Rows in = rows given out + rows merged, counted by the caller.
public final class LatestRows implements Closeable {

    private final KeyedRows keyed;
    private final List<RunCursor> open = new ArrayList<>();
    private final PriorityQueue<RunCursor> queue = new PriorityQueue<>();
    private final Merged merged;
    private byte[] last = {};
    private boolean hasLast;

    /// Told of each row that is merged into a later one.
    @FunctionalInterface
    public interface Merged {
        /// @param source the number of the file the merged row stands in
        /// @param row    its number there
        /// @param latest the row that stays
        void accept(int source, long row, Submitted latest);
    }

    public LatestRows(List<KeyedSource> sources, KeyedRows keyed, Merged merged) throws IOException {
        this.keyed = keyed;
        this.merged = merged;
        try {
            for (KeyedSource source : sources) {
                RunCursor cursor = RunCursor.open(source);
                open.add(cursor);
                if (cursor.next()) {
                    queue.add(cursor);
                }
            }
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    /// The next record's latest row; empty at the end.
    public Optional<Submitted> next() throws IOException {
        Optional<Submitted> found = Optional.empty();
        while (!queue.isEmpty()) {
            RunCursor cursor = queue.peek();
            boolean isRepeat = hasLast && KeyedRows.isSameRecord(last, 0, cursor.row(), 0);
            if (!isRepeat && found.isPresent()) {
                return found;
            }
            if (isRepeat) {
                byte[] repeat = cursor.row();
                found.ifPresent(latest ->
                        merged.accept(KeyedRows.sourceOf(repeat, 0), KeyedRows.numberOf(repeat, 0), latest));
            } else {
                found = Optional.of(keyed.decode(cursor.row(), 0));
                remember(cursor.row());
            }
            advance(cursor);
        }
        return found;
    }

    private void remember(byte[] row) {
        int length = Bytes.intAt(row, 0) + 4;
        if (last.length < length) {
            last = new byte[length * 2];
        }
        System.arraycopy(row, 0, last, 0, length);
        hasLast = true;
    }

    private void advance(RunCursor cursor) throws IOException {
        if (queue.size() == 1) {
            if (!cursor.next()) {
                queue.poll();
            }
            return;
        }
        queue.poll();
        if (cursor.next()) {
            queue.add(cursor);
        }
    }

    @Override
    public void close() throws IOException {
        for (RunCursor cursor : open) {
            cursor.close();
        }
    }
}
