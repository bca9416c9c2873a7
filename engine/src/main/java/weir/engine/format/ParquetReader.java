package weir.engine.format;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.filter2.compat.FilterCompat;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import weir.engine.format.internal.ParquetCells;
import weir.engine.format.internal.ParquetCells.UnreadableColumn;
import weir.engine.issue.IssueCode;
import weir.engine.record.Cells;

/// Reads a Parquet file as one table with typed cells; nulls are blanks. A group of rows is in memory at a time.
public final class ParquetReader implements TableReader {

    private static final int BLOCK_ROWS = 1024;
    private static final long RATIO_LOOKED_AT_ABOVE = 16L << 20;
    private static final String WANTED = "a whole, unencrypted Parquet file whose columns are not nested";

    private final ParquetFileReader file;
    private final MessageType schema;
    private final ParquetCells cells;
    private final Limits limits;
    private Optional<RecordReader<Cells>> group = Optional.empty();
    private int groupsRead;
    private long leftInGroup;
    private long nextRow = 2;
    private boolean isOpened;

    private ParquetReader(ParquetFileReader file, ParquetCells cells, Limits limits) {
        this.file = file;
        this.schema = file.getFileMetaData().getSchema();
        this.cells = cells;
        this.limits = limits;
    }

    /// @param content must be a file of this machine
    /// @throws FileRefused when it is no flat Parquet file or its footer promises more than the limits allow
    public static ParquetReader open(Content content, Limits limits) throws IOException, FileRefused {
        if (content.size() > limits.fileBytes()) {
            throw new FileRefused(IssueCode.FILE_TOO_LARGE, 0, limits.fileBytes() + " bytes");
        }
        Path path = content.path().orElseThrow(() -> notTabular(0));
        ParquetFileReader file = openFile(path);
        try {
            requireWithin(file, content.size(), limits);
            return new ParquetReader(file, new ParquetCells(file.getFileMetaData().getSchema()), limits);
        } catch (FileRefused | UnreadableColumn | RuntimeException e) {
            file.close();
            throw e instanceof FileRefused refused ? refused : notTabular(0);
        }
    }

    private static ParquetFileReader openFile(Path path) throws IOException, FileRefused {
        try {
            return ParquetFileReader.open(
                    new LocalInputFile(path),
                    ParquetReadOptions.builder(new PlainParquetConfiguration())
                            .usePageChecksumVerification(true)
                            .build());
        } catch (RuntimeException | EOFException e) {
            throw notTabular(0);
        }
    }

    private static void requireWithin(ParquetFileReader file, long fileBytes, Limits limits) throws FileRefused {
        long inflated = file.getRowGroups().stream()
                .mapToLong(BlockMetaData::getTotalByteSize)
                .sum();
        boolean steep = inflated > RATIO_LOOKED_AT_ABOVE && inflated / limits.inflatedRatio() > fileBytes;
        if (inflated < 0 || inflated > limits.inflatedBytes() || steep) {
            throw new FileRefused(
                    IssueCode.FILE_INFLATES_TOO_MUCH,
                    0,
                    limits.inflatedBytes() + " bytes and " + limits.inflatedRatio() + " times its own size");
        }
        if (file.getRecordCount() > limits.rows()) {
            throw new FileRefused(IssueCode.TOO_MANY_ROWS, 0, limits.rows() + " rows");
        }
        if (file.getFileMetaData().getSchema().getFieldCount() > limits.columns()) {
            throw new FileRefused(IssueCode.TOO_MANY_COLUMNS, 1, limits.columns() + " columns");
        }
    }

    private static FileRefused notTabular(long row) {
        return new FileRefused(IssueCode.FILE_NOT_TABULAR, row, WANTED);
    }

    @Override
    public boolean nextTable() {
        boolean isFirst = !isOpened;
        isOpened = true;
        return isFirst;
    }

    @Override
    public String sheet() {
        return "";
    }

    @Override
    public List<String> header() {
        return schema.getFields().stream().map(Type::getName).toList();
    }

    @Override
    public Optional<RowBlock> nextBlock() throws IOException, FileRefused {
        try {
            if (leftInGroup == 0 && !openGroup()) {
                return Optional.empty();
            }
            return Optional.of(block());
        } catch (RuntimeException | EOFException e) {
            throw notTabular(nextRow);
        }
    }

    private boolean openGroup() throws IOException {
        PageReadStore pages = file.readNextRowGroup();
        if (pages == null) {
            return false;
        }
        MessageColumnIO columns =
                new ColumnIOFactory(file.getFileMetaData().getCreatedBy()).getColumnIO(schema);
        group = Optional.of(columns.getRecordReader(pages, cells, FilterCompat.NOOP));
        leftInGroup = pages.getRowCount();
        groupsRead++;
        return true;
    }

    private RowBlock block() throws FileRefused {
        RecordReader<Cells> reader = group.orElseThrow();
        int count = (int) Math.min(leftInGroup, BLOCK_ROWS);
        List<Cells> rows = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            Cells row = reader.read();
            requireShort(row, nextRow + i);
            rows.add(row);
        }
        long first = nextRow;
        nextRow += count;
        leftInGroup -= count;
        return RowBlock.of(first, rows);
    }

    private void requireShort(Cells row, long number) throws FileRefused {
        for (int i = 0; i < row.size(); i++) {
            if (row.text(i).length() > limits.cellCharacters()) {
                throw new FileRefused(IssueCode.CELL_TOO_LONG, number, limits.cellCharacters() + " characters");
            }
        }
    }

    @Override
    public long bytesRead() {
        return file.getRowGroups().stream()
                .limit(groupsRead)
                .mapToLong(BlockMetaData::getCompressedSize)
                .sum();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
