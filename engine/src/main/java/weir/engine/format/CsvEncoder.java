package weir.engine.format;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

import weir.engine.record.Row;
import weir.engine.record.Value;

/// Writes rows as CSV bytes: UTF-8, commas, CRLF, quotes only where they are needed (RFC 4180), a blank as nothing.
/// For one thread; many encoders may work on many parts of a table at once.
public final class CsvEncoder {

    private byte[] bytes = new byte[1 << 14];
    private int length;

    public static byte[] header(List<String> names) {
        CsvEncoder encoder = new CsvEncoder();
        for (int i = 0; i < names.size(); i++) {
            encoder.separate(i);
            encoder.putText(names.get(i));
        }
        encoder.endRow();
        return encoder.takeBytes();
    }

    public void put(Row row) {
        for (int i = 0; i < row.size(); i++) {
            separate(i);
            switch (row.value(i)) {
                case Value.Blank _ -> {
                    // Nothing between two commas.
                }
                case Value.Text text -> putText(text.text());
                case Value.Day day -> putDay(day.date());
                case Value.Whole whole when whole.number() >= 0 && whole.number() <= 9999 -> putSmall((int) whole.number());
                case Value other -> putText(other.text());
            }
        }
        endRow();
    }

    public int length() {
        return length;
    }

    /// What was written since the last call; the encoder is empty afterwards.
    public byte[] takeBytes() {
        byte[] taken = Arrays.copyOf(bytes, length);
        length = 0;
        return taken;
    }

    private void separate(int column) {
        if (column > 0) {
            ensure(1);
            bytes[length++] = ',';
        }
    }

    private void endRow() {
        ensure(2);
        bytes[length++] = '\r';
        bytes[length++] = '\n';
    }

    private void putDay(LocalDate date) {
        int year = date.getYear();
        if (year < 0 || year > 9999) {
            putText(date.toString());
            return;
        }
        ensure(10);
        putTwo(year / 100);
        putTwo(year % 100);
        bytes[length++] = '-';
        putTwo(date.getMonthValue());
        bytes[length++] = '-';
        putTwo(date.getDayOfMonth());
    }

    private void putSmall(int number) {
        ensure(4);
        if (number >= 1000) {
            putTwo(number / 100);
            putTwo(number % 100);
        } else if (number >= 100) {
            bytes[length++] = (byte) ('0' + number / 100);
            putTwo(number % 100);
        } else if (number >= 10) {
            putTwo(number);
        } else {
            bytes[length++] = (byte) ('0' + number);
        }
    }

    private void putTwo(int number) {
        bytes[length++] = (byte) ('0' + number / 10);
        bytes[length++] = (byte) ('0' + number % 10);
    }

    private void putText(String text) {
        int count = text.length();
        ensure(count + 2);
        int start = length;
        for (int i = 0; i < count; i++) {
            char c = text.charAt(i);
            if (c >= 0x80 || c == '"' || c == ',' || c == '\n' || c == '\r') {
                length = start;
                putQuotedOrWide(text);
                return;
            }
            bytes[length++] = (byte) c;
        }
    }

    private void putQuotedOrWide(String text) {
        boolean quoted = text.indexOf('"') >= 0
                || text.indexOf(',') >= 0
                || text.indexOf('\n') >= 0
                || text.indexOf('\r') >= 0;
        byte[] encoded = (quoted ? '"' + text.replace("\"", "\"\"") + '"' : text).getBytes(StandardCharsets.UTF_8);
        ensure(encoded.length);
        System.arraycopy(encoded, 0, bytes, length, encoded.length);
        length += encoded.length;
    }

    private void ensure(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
