package weir.engine.format.internal;

import java.util.Arrays;

import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.RecordMaterializer;
import org.apache.parquet.schema.MessageType;
import weir.engine.record.Cells;
import weir.engine.record.Value;

/// Takes the values of a Parquet record column by column and hands out its cells. For one thread.
public final class ParquetCells extends RecordMaterializer<Cells> {

    private final Value[] values;
    private final ParquetCell[] columns;

    /// @throws UnreadableColumn when a column is nested, repeated or of a type that no cell can hold
    public ParquetCells(MessageType schema) throws UnreadableColumn {
        this.values = new Value[schema.getFieldCount()];
        this.columns = new ParquetCell[values.length];
        for (int i = 0; i < values.length; i++) {
            columns[i] = ParquetCell.of(schema.getType(i), values, i);
        }
    }

    /// A column that has no place in a table.
    public static final class UnreadableColumn extends Exception {

        private static final long serialVersionUID = 1L;
    }

    @Override
    public Cells getCurrentRecord() {
        return Cells.of(values.clone());
    }

    @Override
    public GroupConverter getRootConverter() {
        return new GroupConverter() {
            @Override
            public Converter getConverter(int column) {
                return columns[column];
            }

            @Override
            public void start() {
                Arrays.fill(values, Value.blank());
            }

            @Override
            public void end() {
                // The record is complete.
            }
        };
    }
}
