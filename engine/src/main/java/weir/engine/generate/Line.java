package weir.engine.generate;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// One row of CSV as bytes, filled cell by cell and used again for the next. Cells hold plain ASCII without commas,
/// quotation marks or line ends, so nothing is ever quoted. For one thread.
final class Line {

    private static final int MOST_CELLS = 32;
    private static final int LONGEST_CELL = 64;

    private final byte[] bytes = new byte[MOST_CELLS * LONGEST_CELL];
    private final int[] ends = new int[MOST_CELLS];
    private int length;
    private int cells;

    Line clear() {
        length = 0;
        cells = 0;
        return this;
    }

    /// Begins a cell that [#letters(String)], [#letter(char)] and [#digits(int)] fill and [#end()] closes.
    Line begin() {
        if (cells > 0) {
            bytes[length++] = ',';
        }
        return this;
    }

    Line letters(String text) {
        int count = text.length();
        for (int i = 0; i < count; i++) {
            bytes[length++] = (byte) text.charAt(i);
        }
        return this;
    }

    Line letter(char letter) {
        bytes[length++] = (byte) letter;
        return this;
    }

    /// @param number 0 or more
    Line digits(int number) {
        int from = length;
        int rest = number;
        do {
            bytes[length++] = (byte) ('0' + rest % 10);
            rest /= 10;
        } while (rest > 0);
        for (int left = from, right = length - 1; left < right; left++, right--) {
            byte digit = bytes[left];
            bytes[left] = bytes[right];
            bytes[right] = digit;
        }
        return this;
    }

    Line end() {
        ends[cells++] = length;
        return this;
    }

    /// Adds a cell; the empty string is a blank.
    Line text(String text) {
        return begin().letters(text).end();
    }

    Line blank() {
        return begin().end();
    }

    Line flag(boolean flag) {
        return begin().letter(flag ? '1' : '0').end();
    }

    /// Adds a date as day/month/year. @param epochDay days since 1 January 1970
    Line day(int epochDay) {
        LocalDate date = LocalDate.ofEpochDay(epochDay);
        return begin()
                .twoDigits(date.getDayOfMonth())
                .letter('/')
                .twoDigits(date.getMonthValue())
                .letter('/')
                .twoDigits(date.getYear() / 100)
                .twoDigits(date.getYear() % 100)
                .end();
    }

    private Line twoDigits(int number) {
        return letter((char) ('0' + number / 10)).letter((char) ('0' + number % 10));
    }

    /// Writes the row and a line feed. @return how many bytes
    int writeTo(OutputStream out) throws IOException {
        bytes[length] = '\n';
        out.write(bytes, 0, length + 1);
        return length + 1;
    }

    List<String> texts() {
        List<String> texts = new ArrayList<>(cells);
        int from = 0;
        for (int i = 0; i < cells; i++) {
            texts.add(new String(bytes, from, ends[i] - from, StandardCharsets.US_ASCII));
            from = ends[i] + 1;
        }
        return texts;
    }
}
