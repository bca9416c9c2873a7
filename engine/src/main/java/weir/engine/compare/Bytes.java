package weir.engine.compare;

import java.nio.ByteBuffer;
import java.util.Arrays;

/// A growing run of bytes.
final class Bytes {

    private static final int SMALLEST = 1 << 12;

    private byte[] array = new byte[SMALLEST];
    private int length;

    byte[] array() {
        return array;
    }

    int length() {
        return length;
    }

    void clear() {
        length = 0;
    }

    void putByte(int b) {
        ensure(1);
        array[length++] = (byte) b;
    }

    void putInt(int number) {
        ensure(4);
        putIntAt(array, length, number);
        length += 4;
    }

    void putLong(long number) {
        putInt((int) (number >>> 32));
        putInt((int) number);
    }

    void put(byte[] bytes, int from, int count) {
        ensure(count);
        System.arraycopy(bytes, from, array, length, count);
        length += count;
    }

    /// The text's characters as UTF-8, without their length.
    void putText(String text) {
        int count = text.length();
        ensure(count * 3);
        for (int i = 0; i < count; i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                array[length++] = (byte) c;
            } else {
                byte[] rest = text.substring(i).getBytes(java.nio.charset.StandardCharsets.UTF_8);
                put(rest, 0, rest.length);
                return;
            }
        }
    }

    void setInt(int at, int number) {
        putIntAt(array, at, number);
    }

    private void ensure(int more) {
        if (length + more > array.length) {
            array = Arrays.copyOf(array, Math.max(array.length * 2, length + more));
        }
    }

    static void putIntAt(byte[] array, int at, int number) {
        array[at] = (byte) (number >>> 24);
        array[at + 1] = (byte) (number >>> 16);
        array[at + 2] = (byte) (number >>> 8);
        array[at + 3] = (byte) number;
    }

    static int intAt(byte[] array, int at) {
        return (array[at] & 0xFF) << 24 | (array[at + 1] & 0xFF) << 16 | (array[at + 2] & 0xFF) << 8 | array[at + 3] & 0xFF;
    }

    static long longAt(byte[] array, int at) {
        return ByteBuffer.wrap(array).getLong(at);
    }
}
