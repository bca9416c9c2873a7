package weir.collect.disclosure;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Reads records of CSV as our encoder writes it, as bytes: commas, quotes where they are needed, CRLF or LF. For one thread.
final class CsvRecords {

    private final InputStream in;
    private byte[] bytes = new byte[1 << 10];
    private int length;
    private int[] ends = new int[64];
    private int fields;

    CsvRecords(InputStream in) {
        this.in = new BufferedInputStream(in, 1 << 16);
    }

    /// Moves to the next record; false at the end.
    boolean next() throws IOException {
        length = 0;
        fields = 0;
        boolean isQuoted = false;
        for (int next = in.read(); next >= 0; next = in.read()) {
            if (length == bytes.length) {
                bytes = Arrays.copyOf(bytes, 2 * length);
            }
            bytes[length++] = (byte) next;
            isQuoted ^= next == '"';
            if (next == ',' && !isQuoted) {
                endField(length - 1);
            } else if (next == '\n' && !isQuoted) {
                endField(length > 1 && bytes[length - 2] == '\r' ? length - 2 : length - 1);
                return true;
            }
        }
        if (length > 0) {
            endField(length);
        }
        return length > 0;
    }

    private void endField(int end) {
        if (fields == ends.length) {
            ends = Arrays.copyOf(ends, 2 * fields);
        }
        ends[fields++] = end;
    }

    int fields() {
        return fields;
    }

    /// The fields as text.
    List<String> texts() {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < fields; i++) {
            int start = start(i);
            String text = new String(bytes, start, ends[i] - start, StandardCharsets.UTF_8);
            boolean isQuoted = text.length() > 1 && text.startsWith("\"");
            texts.add(isQuoted ? text.substring(1, text.length() - 1).replace("\"\"", "\"") : text);
        }
        return texts;
    }

    private int start(int field) {
        return field == 0 ? 0 : ends[field - 1] + 1;
    }

    void writeTo(ByteArrayOutputStream out) {
        out.write(bytes, 0, length);
    }

    /// @param isBlank for each field, whether nothing is written in its place
    void writeTo(ByteArrayOutputStream out, boolean[] isBlank) {
        for (int i = 0; i < fields; i++) {
            int start = start(i);
            if (i > 0) {
                out.write(',');
            }
            if (!isBlank[i]) {
                out.write(bytes, start, ends[i] - start);
            }
        }
        out.write(bytes, ends[fields - 1], length - ends[fields - 1]);
    }
}
