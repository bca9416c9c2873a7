package weir.engine.format.internal;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;

import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import weir.engine.format.internal.ParquetCells.UnreadableColumn;
import weir.engine.record.Value;

/// Turns the values of one Parquet column into cells. Points in time become a day when they lie at midnight, otherwise
/// text such as `2020-04-01T13:30`; they are never moved to another zone.
final class ParquetCell extends PrimitiveConverter {

    private static final long NANOS_A_SECOND = 1_000_000_000L;

    private final Value[] values;
    private final int column;
    private final Meaning meaning;
    private final int scale;
    private final TimeUnit unit;

    /// What the numbers of a column stand for.
    private enum Meaning {
        PLAIN,
        DAY,
        DECIMAL,
        CLOCK,
        MOMENT
    }

    private ParquetCell(Value[] values, int column, Meaning meaning, int scale, TimeUnit unit) {
        this.values = values;
        this.column = column;
        this.meaning = meaning;
        this.scale = scale;
        this.unit = unit;
    }

    /// @param values where the cells of the record are put
    static ParquetCell of(Type type, Value[] values, int column) throws UnreadableColumn {
        if (!type.isPrimitive() || type.isRepetition(Type.Repetition.REPEATED)) {
            throw new UnreadableColumn();
        }
        PrimitiveTypeName primitive = type.asPrimitiveType().getPrimitiveTypeName();
        return switch (type.getLogicalTypeAnnotation()) {
            case DateLogicalTypeAnnotation _ -> new ParquetCell(values, column, Meaning.DAY, 0, TimeUnit.MILLIS);
            case DecimalLogicalTypeAnnotation decimal ->
                new ParquetCell(values, column, Meaning.DECIMAL, decimal.getScale(), TimeUnit.MILLIS);
            case TimeLogicalTypeAnnotation time ->
                new ParquetCell(values, column, Meaning.CLOCK, 0, time.getUnit());
            case TimestampLogicalTypeAnnotation moment ->
                new ParquetCell(values, column, Meaning.MOMENT, 0, moment.getUnit());
            case null, default -> {
                if (primitive == PrimitiveTypeName.INT96 || primitive == PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY) {
                    throw new UnreadableColumn();
                }
                yield new ParquetCell(values, column, Meaning.PLAIN, 0, TimeUnit.MILLIS);
            }
        };
    }

    @Override
    public void addBinary(Binary value) {
        values[column] = meaning == Meaning.DECIMAL
                ? new Value.Decimal(new BigDecimal(new BigInteger(value.getBytes()), scale))
                : Value.text(value.toStringUsingUTF8());
    }

    @Override
    public void addBoolean(boolean value) {
        values[column] = new Value.Flag(value);
    }

    @Override
    public void addInt(int value) {
        addLong(value);
    }

    @Override
    public void addLong(long value) {
        values[column] =
                switch (meaning) {
                    case PLAIN -> new Value.Whole(value);
                    case DAY -> new Value.Day(LocalDate.ofEpochDay(value));
                    case DECIMAL -> new Value.Decimal(BigDecimal.valueOf(value, scale));
                    case CLOCK -> new Value.Clock(LocalTime.ofNanoOfDay(value * nanos()));
                    case MOMENT -> moment(value);
                };
    }

    @Override
    public void addFloat(float value) {
        values[column] = decimal(Float.toString(value), Float.isFinite(value));
    }

    @Override
    public void addDouble(double value) {
        values[column] = decimal(Double.toString(value), Double.isFinite(value));
    }

    private static Value decimal(String digits, boolean isNumber) {
        return isNumber ? new Value.Decimal(new BigDecimal(digits)) : Value.text(digits);
    }

    private Value moment(long value) {
        long each = NANOS_A_SECOND / nanos();
        LocalDateTime moment = LocalDateTime.ofEpochSecond(
                Math.floorDiv(value, each), (int) (Math.floorMod(value, each) * nanos()), ZoneOffset.UTC);
        return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? new Value.Day(moment.toLocalDate())
                : Value.text(moment.toString());
    }

    private long nanos() {
        return switch (unit) {
            case MILLIS -> 1_000_000;
            case MICROS -> 1_000;
            case NANOS -> 1;
        };
    }
}
