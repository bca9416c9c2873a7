package weir.engine.format.internal;

import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Statistics;
import org.apache.parquet.format.Type;

import weir.engine.format.TableWriter.Column;
import weir.engine.record.Value;

/// Flags, eight to a byte.
final class ParquetFlagChunk extends ParquetChunk {

    private static final LittleEndianBytes NONE = new LittleEndianBytes(0);

    private final LittleEndianBytes whole = new LittleEndianBytes(1 << 10);
    private int pending;
    private int count;
    private boolean anyFalse;
    private boolean anyTrue;

    ParquetFlagChunk(Column column) {
        super(column);
    }

    @Override
    public SchemaElement schema() {
        return new SchemaElement(column.name())
                .setType(Type.BOOLEAN)
                .setRepetition_type(FieldRepetitionType.OPTIONAL);
    }

    @Override
    void addValue(Value value) {
        if (!(value instanceof Value.Flag(boolean isSet))) {
            throw wrongKind();
        }
        anyTrue |= isSet;
        anyFalse |= !isSet;
        pending |= (isSet ? 1 : 0) << (count & 7);
        if ((++count & 7) == 0) {
            whole.putByte(pending);
            pending = 0;
        }
    }

    @Override
    public int bytes() {
        return whole.length() + 1;
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
        page.put(whole.array(), whole.length());
        if ((count & 7) != 0) {
            page.putByte(pending);
        }
    }

    @Override
    void describe(Statistics statistics) {
        statistics.setMin_value(new byte[] {(byte) (anyFalse ? 0 : 1)});
        statistics.setMax_value(new byte[] {(byte) (anyTrue ? 1 : 0)});
    }

    @Override
    void clearValues() {
        whole.clear();
        pending = 0;
        count = 0;
        anyFalse = false;
        anyTrue = false;
    }
}
