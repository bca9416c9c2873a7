package weir.engine.compare;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Sorts the keyed rows of one table, whatever their number, in a fixed amount of memory.
///
/// Rows are collected in an arena; when it is full they are sorted and written to the work folder as one run. The rows
/// of a file that is refused in the end are dropped with [#discard()]. Runs hold values of records: the work folder lies
/// inside the staged output and is deleted with it. For one thread.
public final class SortedRuns implements Closeable {

    /// Runs up to this size stay in memory, so that small returns need no disk.
    private static final int SMALL_RUN = 1 << 18;

    private static final int MEMORY_FOR_SMALL_RUNS = 16 << 20;

    private static final int BUFFER = 1 << 16;

    /// A run of sorted rows: bytes in memory, or a file of them.
    private sealed interface Run extends KeyedSource {

        @SuppressWarnings("ArrayRecordComponent") // Handed over; nobody changes it.
        record InMemory(byte[] bytes) implements Run {
            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }
        }

        record OnDisk(Path file) implements Run {
            @Override
            public InputStream open() throws IOException {
                return new BufferedInputStream(Files.newInputStream(file), BUFFER);
            }
        }
    }

    private final Path folder;
    private final int arenaBytes;
    private final List<Run> sealed = new ArrayList<>();
    private final List<Run> pending = new ArrayList<>();
    private byte[] arena = {};
    private int used;
    private int[] offsets = {};
    private int rows;
    private boolean isSorted = true;
    private int smallRunBytes;
    private int files;

    /// @param folder     an empty folder for the runs, made when the first is written
    /// @param arenaBytes how much memory rows may take before they go to disk
    public SortedRuns(Path folder, int arenaBytes) {
        this.folder = folder;
        this.arenaBytes = arenaBytes;
    }

    public void add(KeyedRows.Batch batch) throws IOException {
        byte[] bytes = batch.bytes().array();
        int end = batch.bytes().length();
        if (used + end > arenaBytes && used > 0) {
            spill(true);
        }
        ensure(used + end);
        System.arraycopy(bytes, 0, arena, used, end);
        for (int at = used; at < used + end; at += 4 + Bytes.intAt(arena, at)) {
            addOffset(at);
        }
        used += end;
    }

    private void ensure(int bytes) {
        if (bytes > arena.length) {
            arena = Arrays.copyOf(arena, Math.max(bytes, Math.min(arena.length * 2, arenaBytes)));
        }
    }

    private void addOffset(int at) {
        if (rows == offsets.length) {
            offsets = Arrays.copyOf(offsets, Math.max(1024, rows * 2));
        }
        isSorted = isSorted && (rows == 0 || KeyedRows.compare(arena, offsets[rows - 1], arena, at) <= 0);
        offsets[rows++] = at;
    }

    /// Keeps the rows added since the last call of this or of [#discard()].
    public void keep() throws IOException {
        if (rows > 0) {
            spill(used > SMALL_RUN || smallRunBytes + used > MEMORY_FOR_SMALL_RUNS);
        }
        sealed.addAll(pending);
        pending.clear();
    }

    /// Drops the rows added since the last call of this or of [#keep()].
    public void discard() throws IOException {
        for (Run run : pending) {
            if (run instanceof Run.OnDisk disk) {
                Files.deleteIfExists(disk.file());
            }
        }
        pending.clear();
        clearArena();
    }

    private void spill(boolean toDisk) throws IOException {
        if (!isSorted) {
            sort();
        }
        if (toDisk) {
            Files.createDirectories(folder);
            Path file = folder.resolve("run-" + files++);
            try (OutputStream out = Files.newOutputStream(file)) {
                writeSorted(out);
            }
            pending.add(new Run.OnDisk(file));
        } else {
            byte[] bytes = new byte[used];
            int to = 0;
            for (int i = 0; i < rows; i++) {
                int length = 4 + Bytes.intAt(arena, offsets[i]);
                System.arraycopy(arena, offsets[i], bytes, to, length);
                to += length;
            }
            smallRunBytes += used;
            pending.add(new Run.InMemory(bytes));
        }
        clearArena();
    }

    private void writeSorted(OutputStream out) throws IOException {
        if (isSorted) {
            out.write(arena, 0, used);
            return;
        }
        byte[] buffer = new byte[1 << 18];
        int filled = 0;
        for (int i = 0; i < rows; i++) {
            int length = 4 + Bytes.intAt(arena, offsets[i]);
            if (filled + length > buffer.length) {
                out.write(buffer, 0, filled);
                filled = 0;
            }
            if (length > buffer.length) {
                out.write(arena, offsets[i], length);
            } else {
                System.arraycopy(arena, offsets[i], buffer, filled, length);
                filled += length;
            }
        }
        out.write(buffer, 0, filled);
    }

    private void sort() {
        Integer[] boxed = new Integer[rows];
        for (int i = 0; i < rows; i++) {
            boxed[i] = offsets[i];
        }
        Arrays.sort(boxed, (a, b) -> KeyedRows.compare(arena, a, arena, b));
        for (int i = 0; i < rows; i++) {
            offsets[i] = boxed[i];
        }
    }

    private void clearArena() {
        used = 0;
        rows = 0;
        isSorted = true;
    }

    /// The rows kept so far, each run for itself; good until this is closed.
    public List<KeyedSource> sources() {
        return List.copyOf(sealed);
    }

    /// Gives the arena's memory back; the rows kept stay.
    public void release() {
        arena = new byte[0];
        offsets = new int[0];
    }

    @Override
    public void close() throws IOException {
        discard();
        for (Run run : sealed) {
            if (run instanceof Run.OnDisk disk) {
                Files.deleteIfExists(disk.file());
            }
        }
        sealed.clear();
    }
}
