package weir.engine.format;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import weir.engine.record.Row;
import weir.engine.record.Value;

/// Writes rows as an Excel workbook of one sheet with a header. Text is always a text cell, so text that looks like a
/// formula is shown and never run. Days and numbers are typed; numbers of more than 15 digits are text, since a
/// spreadsheet would change them. Control characters, which XML cannot hold, are left out. Rows leave the memory as
/// they come.
public final class XlsxWriter implements TableWriter {

    /// Rows of a sheet, the header included.
    public static final int MOST_ROWS = 1_048_576;

    private static final int ROWS_BETWEEN_FLUSHES = 1_000;
    private static final int EXACT_DIGITS = 15;
    private static final int MOST_CHARACTERS = 32_767;

    private final Workbook workbook;
    private final Worksheet sheet;
    private final List<Column> columns;
    private int rows;

    /// @param out   is flushed but not closed
    /// @param title the name of the sheet, at most 31 characters
    public XlsxWriter(OutputStream out, String title, List<Column> columns) {
        this.workbook = new Workbook(new UnclosedOutput(out), "Weir", "1.0");
        this.sheet = workbook.newWorksheet(title);
        this.columns = List.copyOf(columns);
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).kind() == Kind.DAY) {
                sheet.style(i).format("yyyy-mm-dd").set();
            }
            sheet.inlineString(0, i, columns.get(i).name());
        }
        rows = 1;
    }

    /// @throws IOException when the sheet is full or a text is longer than a cell holds
    @Override
    public void write(Row row) throws IOException {
        if (rows == MOST_ROWS) {
            throw new IOException("An Excel sheet holds 1,048,576 rows; write CSV or Parquet instead.");
        }
        for (int i = 0; i < columns.size(); i++) {
            writeValue(i, row.value(i));
        }
        rows++;
        if (rows % ROWS_BETWEEN_FLUSHES == 0) {
            sheet.flush();
        }
    }

    private void writeValue(int column, Value value) throws IOException {
        switch (value) {
            case Value.Blank _ -> {
                // An empty cell.
            }
            case Value.Whole whole -> writeNumber(column, BigDecimal.valueOf(whole.number()));
            case Value.Decimal decimal -> writeNumber(column, decimal.number());
            case Value.Flag flag -> sheet.value(rows, column, flag.isSet());
            case Value.Day day -> {
                sheet.value(rows, column, day.date());
                sheet.style(rows, column).format("yyyy-mm-dd").set();
            }
            case Value.Text text -> writeText(column, text.text());
            case Value.Clock clock -> sheet.inlineString(rows, column, clock.text());
        }
    }

    private void writeText(int column, String text) throws IOException {
        if (text.length() > MOST_CHARACTERS) {
            throw new IOException("An Excel cell holds 32,767 characters; write CSV or Parquet instead.");
        }
        sheet.inlineString(rows, column, text);
    }

    private void writeNumber(int column, BigDecimal number) {
        if (number.precision() > EXACT_DIGITS) {
            sheet.inlineString(rows, column, number.toPlainString());
        } else {
            sheet.value(rows, column, number);
        }
    }

    @Override
    public void close() throws IOException {
        workbook.finish();
    }
}
