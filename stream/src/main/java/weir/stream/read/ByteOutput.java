package weir.stream.read;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// A buffer before an output stream that writes numbers and JSON strings without making objects of them. For one thread.
final class ByteOutput {

    private static final int CAPACITY = 1 << 16;
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    /// What stands after the backslash; 0 for what needs none, `u` for what is written by its number.
    private static final byte[] ESCAPES = escapes();

    private final OutputStream out;
    private final byte[] buffer = new byte[CAPACITY];
    private final byte[] digits = new byte[20];
    private int count;

    ByteOutput(OutputStream out) {
        this.out = out;
    }

    private static byte[] escapes() {
        byte[] escapes = new byte[256];
        for (int i = 0; i < ' '; i++) {
            escapes[i] = 'u';
        }
        escapes['"'] = '"';
        escapes['\\'] = '\\';
        escapes['\b'] = 'b';
        escapes['\t'] = 't';
        escapes['\n'] = 'n';
        escapes['\f'] = 'f';
        escapes['\r'] = 'r';
        return escapes;
    }

    /// Text of ASCII.
    void ascii(byte[] text) throws IOException {
        bytes(text, 0, text.length);
    }

    void text(String text) throws IOException {
        ascii(text.getBytes(StandardCharsets.UTF_8));
    }

    void bytes(byte[] from, int start, int length) throws IOException {
        if (length > CAPACITY - count) {
            empty();
            if (length >= CAPACITY) {
                out.write(from, start, length);
                return;
            }
        }
        System.arraycopy(from, start, buffer, count, length);
        count += length;
    }

    void one(int b) throws IOException {
        if (count == CAPACITY) {
            empty();
        }
        buffer[count++] = (byte) b;
    }

    /// A number, not negative.
    void number(long number) throws IOException {
        int at = digits.length;
        long rest = number;
        do {
            digits[--at] = (byte) ('0' + rest % 10);
            rest /= 10;
        } while (rest > 0);
        bytes(digits, at, digits.length - at);
    }

    /// UTF-8 as a JSON string with its quotes. What is not UTF-8 is shown as U+FFFD.
    void json(byte[] utf8) throws IOException {
        byte[] text = wellFormed(utf8);
        one('"');
        int plain = 0;
        for (int i = 0; i < text.length; i++) {
            byte escape = ESCAPES[text[i] & 0xff];
            if (escape != 0) {
                bytes(text, plain, i - plain);
                plain = i + 1;
                escaped(escape, text[i]);
            }
        }
        bytes(text, plain, text.length - plain);
        one('"');
    }

    private void escaped(byte escape, byte b) throws IOException {
        one('\\');
        one(escape);
        if (escape == 'u') {
            one('0');
            one('0');
            one(HEX[b >> 4]);
            one(HEX[b & 0xf]);
        }
    }

    private static byte[] wellFormed(byte[] utf8) {
        for (byte b : utf8) {
            if (b < 0) {
                // Making text and bytes of it again is what the JDK does fastest, and mends what is not UTF-8.
                return new String(utf8, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
            }
        }
        return utf8;
    }

    private void empty() throws IOException {
        out.write(buffer, 0, count);
        count = 0;
    }

    /// Hands on all there is.
    void flush() throws IOException {
        empty();
        out.flush();
    }
}
