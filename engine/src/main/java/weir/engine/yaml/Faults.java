package weir.engine.yaml;

/// Takes the faults of one file. Used by one thread.
public final class Faults {

    /// Where the faults of all files go.
    @FunctionalInterface
    public interface Sink {

        /// @param line counted from 1; 0 when the fault is about the whole file
        void accept(String file, int line, String sentence);
    }

    private final String file;
    private final Sink sink;
    private int count;

    /// @param file the file's name as messages show it
    public Faults(String file, Sink sink) {
        this.file = file;
        this.sink = sink;
    }

    /// @param sentence what is wrong and the mend
    public void add(int line, String sentence) {
        count++;
        sink.accept(file, line, sentence);
    }

    /// How many faults this file has so far.
    public int count() {
        return count;
    }
}
