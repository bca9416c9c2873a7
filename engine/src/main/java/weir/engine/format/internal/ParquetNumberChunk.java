package weir.engine.format.internal;

import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.DateType;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.LogicalType;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Statistics;
import org.apache.parquet.format.Type;

import weir.engine.format.TableWriter.Column;
import weir.engine.format.TableWriter.Kind;
import weir.engine.record.Value;

/// Whole numbers in eight bytes, decimals as doubles, days as days since 1 January 1970 in four.
final class ParquetNumberChunk extends ParquetChunk {

    private static final LittleEndianBytes NONE = new LittleEndianBytes(0);

    private final LittleEndianBytes values = new LittleEndianBytes(1 << 13);
    private long least;
    private long greatest;
    private double leastDecimal;
    private double greatestDecimal;

    ParquetNumberChunk(Column column) {
        super(column);
        clearValues();
    }

    @Override
    public SchemaElement schema() {
        SchemaElement element =
                new SchemaElement(column.name()).setRepetition_type(FieldRepetitionType.OPTIONAL);
        return switch (column.kind()) {
            case DAY ->
                element.setType(Type.INT32)
                        .setConverted_type(ConvertedType.DATE)
                        .setLogicalType(LogicalType.DATE(new DateType()));
            case DECIMAL -> element.setType(Type.DOUBLE);
            default -> element.setType(Type.INT64);
        };
    }

    @Override
    void addValue(Value value) {
        switch (value) {
            case Value.Day day when column.kind() == Kind.DAY -> {
                long number = day.date().toEpochDay();
                values.putInt(Math.toIntExact(number));
                meet(number);
            }
            case Value.Whole whole when column.kind() == Kind.WHOLE -> {
                values.putLong(whole.number());
                meet(whole.number());
            }
            case Value.Decimal decimal when column.kind() == Kind.DECIMAL -> {
                double number = decimal.number().doubleValue();
                values.putLong(Double.doubleToRawLongBits(number));
                leastDecimal = Math.min(leastDecimal, number);
                greatestDecimal = Math.max(greatestDecimal, number);
            }
            default -> throw wrongKind();
        }
    }

    private void meet(long number) {
        least = Math.min(least, number);
        greatest = Math.max(greatest, number);
    }

    @Override
    public int bytes() {
        return values.length();
    }

    @Override
    LittleEndianBytes dictionary() {
        return NONE;
    }

    @Override
    int dictionarySize() {
        return 0;
    }

    @Override
    void putValues(LittleEndianBytes page) {
        page.put(values.array(), values.length());
    }

    @Override
    void describe(Statistics statistics) {
        statistics.setMin_value(bound(least, leastDecimal));
        statistics.setMax_value(bound(greatest, greatestDecimal));
    }

    private byte[] bound(long number, double decimal) {
        LittleEndianBytes bytes = new LittleEndianBytes(8);
        switch (column.kind()) {
            case DAY -> bytes.putInt(Math.toIntExact(number));
            case DECIMAL -> bytes.putLong(Double.doubleToRawLongBits(decimal));
            default -> bytes.putLong(number);
        }
        return bytes.toArray();
    }

    @Override
    void clearValues() {
        values.clear();
        least = Long.MAX_VALUE;
        greatest = Long.MIN_VALUE;
        leastDecimal = Double.POSITIVE_INFINITY;
        greatestDecimal = Double.NEGATIVE_INFINITY;
    }
}
