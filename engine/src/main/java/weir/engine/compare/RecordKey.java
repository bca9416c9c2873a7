package weir.engine.compare;

import java.util.List;

import weir.engine.dataset.FieldName;
import weir.engine.dataset.Identity;
import weir.engine.dataset.Period;
import weir.engine.dataset.Table;
import weir.engine.record.Row;
import weir.engine.record.Value;
import weir.engine.record.WholeNumberText;

/// The key of a row as bytes that sort as the rows should: by identity, and within one identity the latest first.
///
/// A row in which a required field of the key is blank is nobody's repeat: it gets an identity of its own.
final class RecordKey {

    private final int[] identity;
    private final int[] latest;
    private final boolean[] required;
    private final boolean isPerPeriod;

    RecordKey(Table table) {
        Identity rule = table.identity();
        List<FieldName> names = rule.key().isEmpty()
                ? table.fields().stream().map(field -> field.name()).toList()
                : rule.key();
        identity = positions(table, names);
        latest = positions(table, rule.latest());
        required = new boolean[identity.length];
        for (int i = 0; i < required.length; i++) {
            required[i] = !rule.key().isEmpty() && table.fields().get(identity[i]).isRequired();
        }
        isPerPeriod = rule.isPerPeriod();
    }

    private static int[] positions(Table table, List<FieldName> names) {
        return names.stream().mapToInt(name -> table.indexOf(name).orElseThrow()).toArray();
    }

    /// Writes the identity. Returns its length in bytes.
    int putIdentity(Row row, Period period, int source, Bytes out) {
        int start = out.length();
        boolean isNobodys = false;
        for (int i = 0; i < identity.length; i++) {
            Value value = row.value(identity[i]);
            isNobodys |= required[i] && value.isBlank();
            put(value, out);
        }
        if (isPerPeriod) {
            putPeriod(period, out);
        }
        if (isNobodys) {
            out.putInt(source);
            out.putLong(row.number());
        }
        return out.length() - start;
    }

    /// Writes what puts the rows of one identity in order: the later period first, then the greater latest fields, then
    /// the place in the files.
    void putRecency(Row row, Period period, int source, Bytes out) {
        int start = out.length();
        putPeriod(period, out);
        for (int position : latest) {
            put(row.value(position), out);
        }
        byte[] array = out.array();
        for (int i = start; i < out.length(); i++) {
            array[i] = (byte) ~array[i];
        }
        out.putInt(source);
        out.putLong(row.number());
    }

    private static void putPeriod(Period period, Bytes out) {
        out.putInt(period.year());
        out.putByte(period.month().orElse(period.term().map(term -> term.ordinal() + 1).orElse(0)));
    }

    private static void put(Value value, Bytes out) {
        switch (value) {
            case Value.Blank _ -> out.putByte(0);
            case Value.Day day -> {
                out.putByte(1);
                out.putInt((int) day.date().toEpochDay() ^ Integer.MIN_VALUE);
            }
            case Value.Whole whole -> {
                out.putByte(1);
                out.putLong(whole.number() ^ Long.MIN_VALUE);
            }
            default -> {
                out.putByte(1);
                out.putText(WholeNumberText.of(value.text()));
                out.putByte(0);
            }
        }
    }
}
