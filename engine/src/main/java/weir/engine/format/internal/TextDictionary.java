package weir.engine.format.internal;

import java.util.Arrays;

/// Distinct texts in the order in which they came, numbered from 0. For one thread.
final class TextDictionary {

    static final int FULL = -1;

    private final int most;
    private final String[] texts;
    private final int[] slots;
    private int size;

    /// @param most the most texts it takes; a power of two
    TextDictionary(int most) {
        this.most = most;
        this.texts = new String[most];
        this.slots = new int[2 * most];
    }

    /// The number of a text, a new one when it was not met before; [#FULL] when there is no room for a new one.
    int number(String text) {
        int hash = text.hashCode();
        int slot = (hash ^ hash >>> 15) & (slots.length - 1);
        while (slots[slot] != 0) {
            int number = slots[slot] - 1;
            if (texts[number].equals(text)) {
                return number;
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        if (size == most) {
            return FULL;
        }
        texts[size++] = text;
        slots[slot] = size;
        return size - 1;
    }

    String text(int number) {
        return texts[number];
    }

    int size() {
        return size;
    }

    void clear() {
        Arrays.fill(slots, 0);
        Arrays.fill(texts, 0, size, "");
        size = 0;
    }
}
