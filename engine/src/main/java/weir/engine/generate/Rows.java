package weir.engine.generate;

import java.io.IOException;

/// Takes the rows of one year's return.
interface Rows {

    /// An empty row to fill. Only one row is filled at a time.
    Line line();

    /// Takes the row filled last.
    void write(Ssda903Table table) throws IOException;
}
