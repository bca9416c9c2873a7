package weir.engine.compare;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;

import weir.engine.record.Row;
import weir.engine.record.Value;

/// Rows as bytes and back. Encoding is safe for several threads, decoding is for one.
final class RowCodec {

    private static final int BLANK = 0;
    private static final int TEXT = 1;
    private static final int WHOLE = 2;
    private static final int DECIMAL = 3;
    private static final int DAY = 4;
    private static final int CLOCK = 5;
    private static final int FLAG = 6;

    private final int width;
    private final TextMemory texts = new TextMemory();

    /// @param width the number of values of each row
    RowCodec(int width) {
        this.width = width;
    }

    void encode(Row row, Bytes out) {
        for (int i = 0; i < width; i++) {
            switch (row.value(i)) {
                case Value.Blank _ -> out.putByte(BLANK);
                case Value.Text text -> {
                    out.putByte(TEXT);
                    putText(text.text(), out);
                }
                case Value.Whole whole -> {
                    out.putByte(WHOLE);
                    out.putLong(whole.number());
                }
                case Value.Day day -> {
                    out.putByte(DAY);
                    out.putInt((int) day.date().toEpochDay());
                }
                case Value.Clock clock -> {
                    out.putByte(CLOCK);
                    out.putInt(clock.time().toSecondOfDay());
                }
                case Value.Flag flag -> {
                    out.putByte(FLAG);
                    out.putByte(flag.isSet() ? 1 : 0);
                }
                case Value.Decimal decimal -> {
                    out.putByte(DECIMAL);
                    byte[] digits = decimal.number().unscaledValue().toByteArray();
                    out.putInt(decimal.number().scale());
                    out.putInt(digits.length);
                    out.put(digits, 0, digits.length);
                }
            }
        }
    }

    private static void putText(String text, Bytes out) {
        int lengthAt = out.length();
        out.putInt(0);
        out.putText(text);
        out.setInt(lengthAt, out.length() - lengthAt - 4);
    }

    Row decode(long number, byte[] bytes, int from) {
        Value[] values = new Value[width];
        int at = from;
        for (int i = 0; i < width; i++) {
            int kind = bytes[at++];
            switch (kind) {
                case BLANK -> values[i] = Value.blank();
                case TEXT -> {
                    int length = Bytes.intAt(bytes, at);
                    values[i] = texts.get(bytes, at + 4, length);
                    at += 4 + length;
                }
                case WHOLE -> {
                    values[i] = new Value.Whole(Bytes.longAt(bytes, at));
                    at += 8;
                }
                case DAY -> {
                    values[i] = new Value.Day(LocalDate.ofEpochDay(Bytes.intAt(bytes, at)));
                    at += 4;
                }
                case CLOCK -> {
                    values[i] = new Value.Clock(LocalTime.ofSecondOfDay(Bytes.intAt(bytes, at)));
                    at += 4;
                }
                case FLAG -> values[i] = new Value.Flag(bytes[at++] == 1);
                case DECIMAL -> {
                    int scale = Bytes.intAt(bytes, at);
                    int length = Bytes.intAt(bytes, at + 4);
                    byte[] digits = Arrays.copyOfRange(bytes, at + 8, at + 8 + length);
                    values[i] = new Value.Decimal(new BigDecimal(new BigInteger(digits), scale));
                    at += 8 + length;
                }
                default -> throw new IllegalStateException("A sorted run on disk was changed from outside.");
            }
        }
        return new Row(number, values);
    }
}
