package weir.engine.format.internal;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DictionaryPageHeader;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Statistics;
import org.apache.parquet.format.Type;
import weir.engine.format.TableWriter.Column;
import weir.engine.record.Value;

/// The values of one column within one group of rows, kept encoded until the group is written. For one thread.
///
/// A chunk is one data page, before it a dictionary when the values repeat. Blanks are left out; a bit per row says
/// which rows have a value.
public abstract sealed class ParquetChunk permits ParquetTextChunk, ParquetNumberChunk, ParquetFlagChunk {

    final Column column;
    private byte[] present = new byte[1 << 10];
    private int rows;
    private int blanks;

    ParquetChunk(Column column) {
        this.column = column;
    }

    public static ParquetChunk of(Column column) {
        return switch (column.kind()) {
            case TEXT, CLOCK -> new ParquetTextChunk(column);
            case WHOLE, DECIMAL, DAY -> new ParquetNumberChunk(column);
            case FLAG -> new ParquetFlagChunk(column);
        };
    }

    /// What the footer says of the column's type.
    public abstract SchemaElement schema();

    /// @throws IllegalArgumentException when the value is of another kind than the column
    public final void add(Value value) {
        if (rows >> 3 == present.length) {
            present = Arrays.copyOf(present, present.length * 2);
        }
        if (value.isBlank()) {
            blanks++;
        } else {
            present[rows >> 3] |= (byte) (1 << (rows & 7));
            addValue(value);
        }
        rows++;
    }

    abstract void addValue(Value value);

    /// Bytes kept, about.
    public abstract int bytes();

    /// The page of distinct values; empty bytes when there is none.
    abstract LittleEndianBytes dictionary();

    abstract int dictionarySize();

    /// Appends the values to a page.
    abstract void putValues(LittleEndianBytes page);

    /// Adds the least and the greatest value, where they are known.
    abstract void describe(Statistics statistics);

    abstract void clearValues();

    final Statistics statistics() {
        Statistics statistics = new Statistics();
        statistics.setNull_count(blanks);
        if (blanks < rows) {
            describe(statistics);
        }
        return statistics;
    }

    /// Writes the chunk and forgets its values.
    public final ColumnChunk writeTo(ParquetOutput out) throws IOException {
        long start = out.position();
        boolean hasDictionary = dictionarySize() > 0;
        long uncompressed = 0;
        if (hasDictionary) {
            PageHeader header = new PageHeader(PageType.DICTIONARY_PAGE, 0, 0);
            header.setDictionary_page_header(new DictionaryPageHeader(dictionarySize(), Encoding.PLAIN));
            uncompressed = out.writePage(header, dictionary());
        }
        long data = out.position();
        Encoding encoding = hasDictionary ? Encoding.RLE_DICTIONARY : Encoding.PLAIN;
        PageHeader header = new PageHeader(PageType.DATA_PAGE, 0, 0);
        header.setData_page_header(new DataPageHeader(rows, encoding, Encoding.RLE, Encoding.RLE));
        uncompressed += out.writePage(header, page());
        ColumnMetaData about = new ColumnMetaData(
                type(),
                hasDictionary ? List.of(Encoding.PLAIN, Encoding.RLE, encoding) : List.of(encoding, Encoding.RLE),
                List.of(column.name()),
                ParquetOutput.codec(),
                rows,
                uncompressed,
                out.position() - start,
                data);
        if (hasDictionary) {
            about.setDictionary_page_offset(start);
        }
        about.setStatistics(statistics());
        clear();
        ColumnChunk chunk = new ColumnChunk(start);
        chunk.setMeta_data(about);
        return chunk;
    }

    private Type type() {
        return schema().getType();
    }

    private LittleEndianBytes page() {
        LittleEndianBytes presence = new LittleEndianBytes(rows / 8 + 16);
        if (blanks == 0 || blanks == rows) {
            presence.putVarint(rows << 1);
            presence.putByte(blanks == 0 ? 1 : 0);
        } else {
            int groups = (rows + 7) / 8;
            presence.putVarint(groups << 1 | 1);
            presence.put(present, groups);
        }
        LittleEndianBytes page = new LittleEndianBytes(presence.length() + bytes() + 64);
        page.putInt(presence.length());
        page.put(presence.array(), presence.length());
        putValues(page);
        return page;
    }

    private void clear() {
        Arrays.fill(present, (byte) 0);
        rows = 0;
        blanks = 0;
        clearValues();
    }

    final IllegalArgumentException wrongKind() {
        return new IllegalArgumentException("The column " + column.name() + " holds values of the kind "
                + column.kind() + "; give it no other.");
    }
}
