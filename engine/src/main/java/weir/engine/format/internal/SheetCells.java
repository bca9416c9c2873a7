package weir.engine.format.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;

import org.dhatim.fastexcel.reader.Cell;
import weir.engine.record.Value;

/// Turns the cells of a workbook into values: what the sheet shows, with its type. For one thread.
///
/// A formula gives the value it had when the workbook was saved; an error such as `#N/A` gives its text. A date with a
/// time of day that is not midnight gives text such as `2020-04-01T13:30`.
public final class SheetCells {

    private static final BigDecimal SECONDS_A_DAY = BigDecimal.valueOf(86_400);
    private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_466);

    private final NumberFormats formats = new NumberFormats();
    private final boolean countsFrom1904;

    /// @param countsFrom1904 whether day 0 is 1 January 1904, as old workbooks of a Mac have it
    public SheetCells(boolean countsFrom1904) {
        this.countsFrom1904 = countsFrom1904;
    }

    public Value value(Optional<Cell> cell) {
        return cell.isEmpty() ? Value.blank() : value(cell.get());
    }

    private Value value(Cell cell) {
        return switch (cell.getValue()) {
            case null -> Value.text(cell.getRawValue() == null ? "" : cell.getRawValue());
            case BigDecimal number -> number(number, cell);
            case Boolean flag -> new Value.Flag(flag);
            case Object text -> Value.text(text.toString());
        };
    }

    private Value number(BigDecimal number, Cell cell) {
        String format = cell.getDataFormatString() == null ? "" : cell.getDataFormatString();
        int id = cell.getDataFormatId() == null ? 0 : cell.getDataFormatId();
        NumberFormats.Shows shows = formats.of(format, id);
        if (shows == NumberFormats.Shows.NUMBER || number.signum() < 0 || number.compareTo(LAST_DAY) >= 0) {
            return NumberCell.shown(number);
        }
        return shows == NumberFormats.Shows.CLOCK && number.compareTo(BigDecimal.ONE) < 0
                ? new Value.Clock(LocalTime.ofSecondOfDay(seconds(number) % 86_400))
                : moment(number);
    }

    private Value moment(BigDecimal number) {
        long seconds = seconds(number);
        LocalDate date = day(seconds / 86_400);
        LocalTime time = LocalTime.ofSecondOfDay(seconds % 86_400);
        return time.equals(LocalTime.MIDNIGHT)
                ? new Value.Day(date)
                : Value.text(LocalDateTime.of(date, time).toString());
    }

    private static long seconds(BigDecimal days) {
        return days.multiply(SECONDS_A_DAY).setScale(0, RoundingMode.HALF_EVEN).longValue();
    }

    /// Day 60 is 29 February 1900, which never was; the days before count from one day later.
    private LocalDate day(long serial) {
        if (countsFrom1904) {
            return LocalDate.of(1904, 1, 1).plusDays(serial);
        }
        return LocalDate.of(1899, 12, serial < 60 ? 31 : 30).plusDays(serial);
    }
}
