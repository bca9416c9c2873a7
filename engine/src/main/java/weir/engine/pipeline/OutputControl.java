package weir.engine.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import weir.engine.dataset.Disclosure;

/// Controls what an output tells as a whole, once all its rows are there.
@FunctionalInterface
public interface OutputControl {

    /// Replaces the files of an output by those that may be published.
    ///
    /// @return what was taken, rule by rule
    /// @throws IOException      when a file cannot be read or written; the output must not be published then
    /// @throws RuntimeException when the control cannot be done; the output must not be published then
    List<Suppressed> control(Output output, Disclosure rule) throws IOException;

    /// The files of an output: `NAME.csv`, or its parts, when there is CSV, and always `NAME.parquet`.
    ///
    /// @param table     in the account of what was taken
    /// @param partBytes the size at which CSV goes on in another part
    /// @param work      a folder for what is not published; it may hold values of records
    record Output(Path folder, String name, String table, long partBytes, Path work) {}

    /// For a program without it: no output that needs it can be made.
    static OutputControl none() {
        return (output, _) -> {
            throw new UncontrolledOutput(output.name());
        };
    }
}
