package weir.engine.dataset;

/// One fault of a specification or another file that people write.
///
/// @param file    the file, relative to the folder of datasets
/// @param line    counted from 1; 0 when the fault is about the whole file
/// @param message what is wrong and the mend, with "did you mean" where a near word exists
public record Problem(String file, int line, String message) {

    @Override
    public String toString() {
        return file + (line == 0 ? "" : ":" + line) + ": " + message;
    }
}
