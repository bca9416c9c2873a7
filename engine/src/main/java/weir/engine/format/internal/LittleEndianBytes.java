package weir.engine.format.internal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A growing run of bytes, numbers with their lowest byte first, as Parquet writes them. For one thread.
final class LittleEndianBytes {

    private static final VarHandle INTS =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private byte[] bytes;
    private int length;

    LittleEndianBytes(int capacity) {
        bytes = new byte[capacity];
    }

    byte[] array() {
        return bytes;
    }

    int length() {
        return length;
    }

    void clear() {
        length = 0;
    }

    byte[] toArray() {
        return Arrays.copyOf(bytes, length);
    }

    void putByte(int number) {
        ensure(1);
        bytes[length++] = (byte) number;
    }

    void putInt(int number) {
        ensure(4);
        INTS.set(bytes, length, number);
        length += 4;
    }

    void putLong(long number) {
        ensure(8);
        LONGS.set(bytes, length, number);
        length += 8;
    }

    /// A whole number of seven bits a byte, the highest bit saying that more follow.
    void putVarint(int number) {
        int rest = number;
        while ((rest & ~0x7f) != 0) {
            putByte(rest & 0x7f | 0x80);
            rest >>>= 7;
        }
        putByte(rest);
    }

    void put(byte[] more, int count) {
        ensure(count);
        System.arraycopy(more, 0, bytes, length, count);
        length += count;
    }

    /// Text as its length in bytes and its UTF-8. @return where the UTF-8 begins
    int putText(String text) {
        int count = text.length();
        ensure(4 + count);
        int from = length + 4;
        for (int i = 0; i < count; i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                return putWideText(text);
            }
            bytes[from + i] = (byte) c;
        }
        INTS.set(bytes, length, count);
        length = from + count;
        return from;
    }

    private int putWideText(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        putInt(encoded.length);
        int from = length;
        put(encoded, encoded.length);
        return from;
    }

    /// Numbers of `width` bits each, the lowest first, filled up with zeros to groups of eight.
    void putPacked(int[] numbers, int count, int width) {
        int groups = (count + 7) / 8;
        putVarint(groups << 1 | 1);
        int end = length + groups * width;
        ensure(groups * width + 8);
        long pending = 0;
        int bits = 0;
        for (int i = 0; i < count; i++) {
            pending |= (long) numbers[i] << bits;
            bits += width;
            if (bits >= 32) {
                INTS.set(bytes, length, (int) pending);
                length += 4;
                pending >>>= 32;
                bits -= 32;
            }
        }
        LONGS.set(bytes, length, pending);
        Arrays.fill(bytes, Math.min(end, length + 8), end, (byte) 0);
        length = end;
    }

    private void ensure(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
