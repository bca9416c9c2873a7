package weir.stream.privacy.internal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import weir.stream.sif.ObjectCursor;

/// The names that rules know, each with a number from 1; 0 is any other. Immutable.
final class NameTable {

    private final List<String> names;
    private final byte[][] bytes;
    private final int[] slots;

    private NameTable(List<String> names) {
        this.names = List.copyOf(names);
        this.bytes = new byte[names.size() + 1][];
        this.slots = new int[Integer.highestOneBit(4 * names.size() + 4)];
        bytes[0] = new byte[0];
        for (int symbol = 1; symbol < bytes.length; symbol++) {
            bytes[symbol] = names.get(symbol - 1).getBytes(StandardCharsets.UTF_8);
            int slot = slot(hash(bytes[symbol]));
            while (slots[slot] != 0) {
                slot = slot + 1 & slots.length - 1;
            }
            slots[slot] = symbol;
        }
    }

    static NameTable of(List<String> names) {
        return new NameTable(names);
    }

    /// How many numbers there are, 0 among them.
    int symbols() {
        return bytes.length;
    }

    int symbol(String name) {
        return names.indexOf(name) + 1;
    }

    /// The number of the name of the tag on which the cursor stands.
    int symbol(ObjectCursor cursor) {
        int slot = slot(cursor.nameHash());
        while (slots[slot] != 0) {
            if (cursor.isNamed(bytes[slots[slot]])) {
                return slots[slot];
            }
            slot = slot + 1 & slots.length - 1;
        }
        return 0;
    }

    /// As [ObjectCursor#nameHash()] has it, which is how [Arrays#hashCode(byte[])] would begin from 0.
    private static int hash(byte[] name) {
        int hash = 0;
        for (byte b : name) {
            hash = 31 * hash + b;
        }
        return hash;
    }

    private int slot(int hash) {
        return (hash ^ hash >>> 15) & slots.length - 1;
    }
}
