package weir.engine.pipeline;

import java.io.IOException;
import java.util.List;

import weir.engine.record.Row;

/// Takes the cleaned rows of one table of one file.
///
/// @param <B> what a block of rows is turned into on the way, by any thread
public interface RowTarget<B> {

    /// Does what needs no order, such as encoding. Called by several threads at once.
    B prepare(List<Row> rows);

    /// Takes a prepared block. Called by one thread, in the order of the file.
    void take(B block) throws IOException;

    /// The file was read to its end.
    void keep() throws IOException;

    /// The file was refused: nothing that was taken may go further.
    void discard() throws IOException;

    /// Counts rows and forgets them: what checking needs.
    static RowTarget<Boolean> none() {
        return new RowTarget<>() {
            @Override
            public Boolean prepare(List<Row> rows) {
                return true;
            }

            @Override
            public void take(Boolean block) {}

            @Override
            public void keep() {}

            @Override
            public void discard() {}
        };
    }
}
