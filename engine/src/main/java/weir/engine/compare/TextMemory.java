package weir.engine.compare;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;
import weir.engine.record.Value;

/// Turns UTF-8 bytes into text values, and short ones it has met lately into the same value as before: codes make up most
/// of a return, and a value made once need not be made, hashed or collected again. For one thread.
final class TextMemory {

    private static final int SLOTS = 1 << 12;
    private static final int LONGEST = 16;

    private final byte[][] keys = new byte[SLOTS][];
    private final Value.@Nullable Text[] values = new Value.Text[SLOTS];

    Value.Text get(byte[] bytes, int from, int length) {
        if (length > LONGEST) {
            return make(bytes, from, length);
        }
        int hash = length;
        for (int i = from; i < from + length; i++) {
            hash = hash * 31 + bytes[i];
        }
        int slot = (hash ^ hash >>> 12) & (SLOTS - 1);
        Value.Text known = values[slot];
        if (known != null && Arrays.equals(keys[slot], 0, keys[slot].length, bytes, from, from + length)) {
            return known;
        }
        Value.Text made = make(bytes, from, length);
        keys[slot] = Arrays.copyOfRange(bytes, from, from + length);
        values[slot] = made;
        return made;
    }

    private static Value.Text make(byte[] bytes, int from, int length) {
        return new Value.Text(new String(bytes, from, length, StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "text memory";
    }
}
