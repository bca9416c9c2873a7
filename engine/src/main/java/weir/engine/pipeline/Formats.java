package weir.engine.pipeline;

/// Which files a run writes for each table.
///
/// @param csv     whether CSV is written
/// @param parquet whether Parquet is written
/// @param lineage whether each output has a file beside it that says where its rows come from
public record Formats(boolean csv, boolean parquet, boolean lineage) {

    public Formats {
        if (!csv && !parquet) {
            throw new IllegalArgumentException("A run writes CSV, Parquet or both.");
        }
    }

    /// The same, and Parquet in any case.
    Formats withParquet() {
        return new Formats(csv, true, lineage);
    }

    /// Tables alone.
    public Formats(boolean csv, boolean parquet) {
        this(csv, parquet, false);
    }
}
