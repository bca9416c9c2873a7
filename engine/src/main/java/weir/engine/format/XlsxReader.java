package weir.engine.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import weir.engine.format.internal.SheetCells;
import weir.engine.format.internal.SheetRows;
import weir.engine.format.internal.ZipInspection;
import weir.engine.issue.IssueCode;

/// Reads an Excel workbook, each sheet as a table with typed cells: dates, numbers and flags as what the sheet shows,
/// formulas by the value they had when the workbook was saved. Hidden sheets, rows and columns are read like others.
///
/// A cell has no place behind the header unless it has a value. The whole file is unpacked once before it is read, to
/// refuse one that would fill the memory.
public final class XlsxReader implements TableReader {

    private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, true);

    private final ReadableWorkbook workbook;
    private final List<Sheet> sheets;
    private final SheetCells cells;
    private final Limits limits;
    private final long fileBytes;
    private int sheetsOpened;
    private Optional<SheetRows> rows = Optional.empty();

    private XlsxReader(ReadableWorkbook workbook, long fileBytes, Limits limits) {
        this.workbook = workbook;
        this.sheets = workbook.getSheets().toList();
        this.cells = new SheetCells(workbook.isDate1904());
        this.fileBytes = fileBytes;
        this.limits = limits;
    }

    /// @param content must be a file of this machine
    /// @throws FileRefused when it is no workbook, has a password, or unpacks to more than the limits allow
    public static XlsxReader open(Content content, Limits limits) throws IOException, FileRefused {
        if (content.size() > limits.fileBytes()) {
            throw new FileRefused(IssueCode.FILE_TOO_LARGE, 0, limits.fileBytes() + " bytes");
        }
        Path path = content.path().orElseThrow(() -> notTabular(0));
        ZipInspection.inspect(path, limits);
        try {
            return new XlsxReader(new ReadableWorkbook(path.toFile(), WITH_FORMATS), content.size(), limits);
        } catch (RuntimeException e) {
            throw notTabular(0);
        }
    }

    private static FileRefused notTabular(long row) {
        return new FileRefused(IssueCode.FILE_NOT_TABULAR, row, ZipInspection.WANTED);
    }

    @Override
    public boolean nextTable() throws IOException, FileRefused {
        rows.ifPresent(SheetRows::close);
        rows = Optional.empty();
        if (sheetsOpened == sheets.size()) {
            return false;
        }
        try {
            rows = Optional.of(new SheetRows(sheets.get(sheetsOpened).openStream(), cells, limits));
        } catch (RuntimeException e) {
            throw notTabular(1);
        }
        sheetsOpened++;
        return true;
    }

    @Override
    public String sheet() {
        return sheetsOpened == 0 ? "" : sheets.get(sheetsOpened - 1).getName();
    }

    @Override
    public List<String> sheets() {
        return sheets.stream().map(Sheet::getName).toList();
    }

    @Override
    public List<String> header() {
        return rows.map(SheetRows::header).orElse(List.of());
    }

    @Override
    public Optional<RowBlock> nextBlock() throws IOException, FileRefused {
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        try {
            return rows.get().nextBlock();
        } catch (RuntimeException e) {
            throw notTabular(0);
        }
    }

    /// Goes up sheet by sheet.
    @Override
    public long bytesRead() {
        return sheets.isEmpty() ? fileBytes : fileBytes * sheetsOpened / sheets.size();
    }

    @Override
    public void close() throws IOException {
        rows.ifPresent(SheetRows::close);
        workbook.close();
    }
}
