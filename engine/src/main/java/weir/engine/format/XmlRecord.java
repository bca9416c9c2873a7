package weir.engine.format;

import java.util.Arrays;
import java.util.Optional;

/// One element of an XML file with all that it holds, flat: its elements in the order of the file, each with its name, how
/// deep it stands, its line and the text directly within it. The element itself is the first, at depth 0.
///
/// Attributes, comments and processing instructions are left out. Immutable once it is handed on.
public final class XmlRecord {

    private final String path;
    private String[] names;
    private String[] texts;
    private int[] depths;
    private int[] lines;
    private final boolean isStray;
    private int size;

    /// @param path where it stands below the root, as in `Children/Child`; empty for the root itself
    /// @param room how many elements it probably has
    XmlRecord(String path, int room) {
        this(path, room, false);
    }

    private XmlRecord(String path, int room, boolean isStray) {
        this.path = path;
        this.isStray = isStray;
        this.names = new String[room];
        this.texts = new String[room];
        this.depths = new int[room];
        this.lines = new int[room];
    }

    /// Text that stands between records, in the root or a container of this name and path.
    static XmlRecord stray(String path, String name, int line, String text) {
        XmlRecord stray = new XmlRecord(path, 1, true);
        stray.addText(stray.add(name, 0, line), text);
        return stray;
    }

    /// Whether it is no element but text that stands between records, with the name of what holds it.
    public boolean isStray() {
        return isStray;
    }

    public String path() {
        return path;
    }

    /// How many elements it has, itself counted.
    public int size() {
        return size;
    }

    public String name(int element) {
        return names[element];
    }

    /// The text directly within the element as it stands, the pieces between its own elements put together.
    public String text(int element) {
        return texts[element];
    }

    public int depth(int element) {
        return depths[element];
    }

    /// The line its start tag begins in, counted from 1.
    public int line(int element) {
        return lines[element];
    }

    /// The first element behind this one that is not within it.
    public int end(int element) {
        int next = element + 1;
        while (next < size && depths[next] > depths[element]) {
            next++;
        }
        return next;
    }

    /// The text of the first element at a path below this one, as in `CollectionDetails/Year`; empty when there is none.
    public Optional<String> textOf(String below) {
        int at = 0;
        for (String step : below.split("/", -1)) {
            at = child(at, step);
            if (at < 0) {
                return Optional.empty();
            }
        }
        return Optional.of(texts[at]);
    }

    private int child(int element, String name) {
        for (int i = element + 1, end = end(element); i < end; i = end(i)) {
            if (names[i].equals(name)) {
                return i;
            }
        }
        return -1;
    }

    int add(String name, int depth, int line) {
        if (size == names.length) {
            int more = size * 2;
            names = Arrays.copyOf(names, more);
            texts = Arrays.copyOf(texts, more);
            depths = Arrays.copyOf(depths, more);
            lines = Arrays.copyOf(lines, more);
        }
        names[size] = name;
        texts[size] = "";
        depths[size] = depth;
        lines[size] = line;
        return size++;
    }

    void addText(int element, String text) {
        texts[element] = texts[element].isEmpty() ? text : texts[element] + text;
    }

    @Override
    public String toString() {
        return "record[" + path + ", " + size + " elements]";
    }
}
