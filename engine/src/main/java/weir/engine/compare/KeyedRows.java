package weir.engine.compare;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import weir.engine.dataset.Period;
import weir.engine.dataset.Table;
import weir.engine.record.Row;

/// Writes the rows of one table as bytes behind their keys, and reads them back. Writing is safe for
/// several threads at once, reading is for one.
///
/// A keyed row is: its length without these four bytes, the length of its identity, the length of its key (identity and
/// recency), the key, the period, the source, the row's number, and its values.
public final class KeyedRows {

    static final int HEAD = 12;
    private static final int PLACE = 17;

    private final RecordKey key;
    private final RowCodec codec;
    private final Map<Integer, Period> periods = new ConcurrentHashMap<>();

    public KeyedRows(Table table) {
        key = new RecordKey(table);
        codec = new RowCodec(table.fields().size());
    }

    /// Rows as bytes, one behind the other; made by a worker and given to [SortedRuns].
    public static final class Batch {
        private final Bytes bytes = new Bytes();

        Bytes bytes() {
            return bytes;
        }

        @Override
        public String toString() {
            return "batch";
        }
    }

    public Batch encode(List<Row> rows, Period period, int source) {
        Batch batch = new Batch();
        for (Row row : rows) {
            put(row, period, source, batch.bytes);
        }
        return batch;
    }

    private void put(Row row, Period period, int source, Bytes out) {
        int start = out.length();
        out.putInt(0);
        out.putInt(0);
        out.putInt(0);
        int identity = key.putIdentity(row, period, source, out);
        key.putRecency(row, period, source, out);
        int keyLength = out.length() - start - HEAD;
        out.putInt(period.year());
        out.putByte(period.month().orElse(period.term().map(term -> -1 - term.ordinal()).orElse(0)));
        out.putInt(source);
        out.putLong(row.number());
        codec.encode(row, out);
        out.setInt(start, out.length() - start - 4);
        out.setInt(start + 4, identity);
        out.setInt(start + 8, keyLength);
    }

    /// Reads the keyed row that begins at `from`.
    Submitted decode(byte[] bytes, int from) {
        int at = placeOf(bytes, from);
        Period period = period(Bytes.intAt(bytes, at), bytes[at + 4]);
        long number = numberOf(bytes, from);
        return new Submitted(codec.decode(number, bytes, at + PLACE), period, sourceOf(bytes, from));
    }

    /// The file a keyed row stands in.
    static int sourceOf(byte[] bytes, int from) {
        return Bytes.intAt(bytes, placeOf(bytes, from) + 5);
    }

    /// Its number there.
    static long numberOf(byte[] bytes, int from) {
        return Bytes.longAt(bytes, placeOf(bytes, from) + 9);
    }

    private static int placeOf(byte[] bytes, int from) {
        return from + HEAD + Bytes.intAt(bytes, from + 8);
    }

    private Period period(int year, int part) {
        return periods.computeIfAbsent(year * 64 + part, _ -> part == 0
                ? Period.ofYear(year)
                : part > 0 ? Period.ofMonth(year, part) : Period.ofTerm(year, Period.Term.values()[-1 - part]));
    }

    /// Compares two keyed rows by their keys.
    static int compare(byte[] a, int fromA, byte[] b, int fromB) {
        int keyA = fromA + HEAD;
        int keyB = fromB + HEAD;
        return java.util.Arrays.compareUnsigned(
                a, keyA, keyA + Bytes.intAt(a, fromA + 8), b, keyB, keyB + Bytes.intAt(b, fromB + 8));
    }

    /// Whether two keyed rows are one record.
    static boolean isSameRecord(byte[] a, int fromA, byte[] b, int fromB) {
        int keyA = fromA + HEAD;
        int keyB = fromB + HEAD;
        return java.util.Arrays.equals(
                a, keyA, keyA + Bytes.intAt(a, fromA + 4), b, keyB, keyB + Bytes.intAt(b, fromB + 4));
    }
}
