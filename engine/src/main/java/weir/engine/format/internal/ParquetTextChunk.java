package weir.engine.format.internal;

import java.util.Arrays;

import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.LogicalType;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Statistics;
import org.apache.parquet.format.StringType;
import org.apache.parquet.format.Type;
import weir.engine.format.TableWriter.Column;
import weir.engine.format.TableWriter.Kind;
import weir.engine.record.Value;

/// Texts as UTF-8: numbers into a dictionary while few are distinct, written out once there are too many.
final class ParquetTextChunk extends ParquetChunk {

    private static final int MOST_DISTINCT = 1 << 13;
    private static final int LONGEST_BOUND = 64;

    private final TextDictionary dictionary = new TextDictionary(MOST_DISTINCT);
    private final LittleEndianBytes plain = new LittleEndianBytes(1 << 13);
    private int[] numbers = new int[1 << 10];
    private int count;
    private boolean repeats = true;
    private byte[] least = {};
    private byte[] greatest = {};
    private boolean bounded;

    ParquetTextChunk(Column column) {
        super(column);
        clearValues();
    }

    @Override
    public SchemaElement schema() {
        return new SchemaElement(column.name())
                .setType(Type.BYTE_ARRAY)
                .setRepetition_type(FieldRepetitionType.OPTIONAL)
                .setConverted_type(ConvertedType.UTF8)
                .setLogicalType(LogicalType.STRING(new StringType()));
    }

    @Override
    void addValue(Value value) {
        switch (value) {
            case Value.Text text when column.kind() == Kind.TEXT -> addText(text.text());
            case Value.Clock clock when column.kind() == Kind.CLOCK -> addText(clock.text());
            default -> throw wrongKind();
        }
    }

    private void addText(String text) {
        if (!repeats) {
            putPlain(plain, text);
            return;
        }
        int number = dictionary.number(text);
        if (number == TextDictionary.FULL) {
            writeOut();
            putPlain(plain, text);
            return;
        }
        if (count == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * count);
        }
        numbers[count++] = number;
    }

    /// Too many are distinct: from here on, and in the groups that follow, no dictionary.
    private void writeOut() {
        repeats = false;
        for (int i = 0; i < count; i++) {
            putPlain(plain, dictionary.text(numbers[i]));
        }
        dictionary.clear();
        count = 0;
    }

    private void putPlain(LittleEndianBytes target, String text) {
        int from = target.putText(text);
        meet(target.array(), from, target.length());
    }

    private void meet(byte[] bytes, int from, int to) {
        if (to - from > LONGEST_BOUND) {
            bounded = false;
        }
        if (!bounded || isWithin(bytes[from])) {
            return;
        }
        if (least.length == 0 || Arrays.compareUnsigned(bytes, from, to, least, 0, least.length) < 0) {
            least = Arrays.copyOfRange(bytes, from, to);
        }
        if (Arrays.compareUnsigned(bytes, from, to, greatest, 0, greatest.length) > 0) {
            greatest = Arrays.copyOfRange(bytes, from, to);
        }
    }

    /// Whether a first byte alone says that the text lies between the bounds, as it does for most.
    private boolean isWithin(byte first) {
        return least.length > 0
                && Byte.compareUnsigned(first, least[0]) > 0
                && Byte.compareUnsigned(first, greatest[0]) < 0;
    }

    @Override
    public int bytes() {
        return plain.length() + 2 * count;
    }

    @Override
    LittleEndianBytes dictionary() {
        LittleEndianBytes texts = new LittleEndianBytes(16 * dictionary.size());
        for (int i = 0; i < dictionary.size(); i++) {
            putPlain(texts, dictionary.text(i));
        }
        return texts;
    }

    @Override
    int dictionarySize() {
        return dictionary.size();
    }

    @Override
    void putValues(LittleEndianBytes page) {
        if (dictionary.size() == 0) {
            page.put(plain.array(), plain.length());
            return;
        }
        int width = Math.max(1, 32 - Integer.numberOfLeadingZeros(dictionary.size() - 1));
        page.putByte(width);
        page.putPacked(numbers, count, width);
    }

    @Override
    void describe(Statistics statistics) {
        if (bounded) {
            statistics.setMin_value(least);
            statistics.setMax_value(greatest);
        }
    }

    @Override
    void clearValues() {
        dictionary.clear();
        plain.clear();
        count = 0;
        least = new byte[0];
        greatest = new byte[0];
        bounded = true;
    }
}
