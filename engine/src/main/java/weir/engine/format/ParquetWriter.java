package weir.engine.format;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnOrder;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.TypeDefinedOrder;
import weir.engine.format.internal.ParquetChunk;
import weir.engine.format.internal.ParquetOutput;
import weir.engine.record.Row;

/// Writes rows as Parquet: days as DATE, whole numbers as INT64, decimals as DOUBLE, flags as BOOLEAN, text and times
/// of day as UTF-8, blanks as nulls; compressed with Zstandard. The same rows give the same bytes.
///
/// Rows are kept, encoded, until a group of 122,880 rows or about 32 MiB is full, so memory does not grow with the
/// table. The encoder is our own on the format's published metadata types: parquet-java's column writers take more than
/// twice as long for a row of thirteen short columns.
public final class ParquetWriter implements TableWriter {

    private static final int GROUP_ROWS = 122_880;
    private static final long GROUP_BYTES = 32L << 20;
    private static final int ROWS_BETWEEN_CHECKS = 256;

    private final List<ParquetChunk> chunks;
    private final ParquetOutput out;
    private final List<RowGroup> groups = new ArrayList<>();
    private int rowsInGroup;
    private long rows;
    private boolean closed;

    /// @param out     is flushed but not closed; needs no buffer of its own
    /// @param columns one at least
    public ParquetWriter(OutputStream out, List<Column> columns) throws IOException {
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("A Parquet file has one column at least.");
        }
        this.chunks = columns.stream().map(ParquetChunk::of).toList();
        this.out = new ParquetOutput(out);
    }

    /// @throws IllegalArgumentException when the row does not fit the columns
    @Override
    public void write(Row row) throws IOException {
        if (row.size() != chunks.size()) {
            throw new IllegalArgumentException(
                    "A row has " + row.size() + " values for " + chunks.size() + " columns; give one for each.");
        }
        for (int i = 0; i < chunks.size(); i++) {
            chunks.get(i).add(row.value(i));
        }
        rowsInGroup++;
        if (rowsInGroup == GROUP_ROWS || rowsInGroup % ROWS_BETWEEN_CHECKS == 0 && isLarge()) {
            endGroup();
        }
    }

    private boolean isLarge() {
        long bytes = 0;
        for (ParquetChunk chunk : chunks) {
            bytes += chunk.bytes();
        }
        return bytes > GROUP_BYTES;
    }

    private void endGroup() throws IOException {
        List<ColumnChunk> written = new ArrayList<>(chunks.size());
        long bytes = 0;
        for (ParquetChunk chunk : chunks) {
            ColumnChunk one = chunk.writeTo(out);
            bytes += one.getMeta_data().getTotal_uncompressed_size();
            written.add(one);
        }
        groups.add(new RowGroup(written, bytes, rowsInGroup));
        rows += rowsInGroup;
        rowsInGroup = 0;
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        if (rowsInGroup > 0) {
            endGroup();
        }
        FileMetaData footer = new FileMetaData(1, schema(), rows, groups);
        footer.setCreated_by("weir");
        footer.setColumn_orders(chunks.stream()
                .map(chunk -> ColumnOrder.TYPE_ORDER(new TypeDefinedOrder()))
                .toList());
        out.writeFooter(footer);
    }

    private List<SchemaElement> schema() {
        List<SchemaElement> schema = new ArrayList<>();
        schema.add(new SchemaElement("table").setNum_children(chunks.size()));
        chunks.forEach(chunk -> schema.add(chunk.schema()));
        return schema;
    }
}
