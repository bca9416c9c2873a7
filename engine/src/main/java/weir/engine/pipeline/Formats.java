package weir.engine.pipeline;

/// Which files a run writes for each table.
///
/// @param csv     whether CSV is written
/// @param parquet whether Parquet is written
public record Formats(boolean csv, boolean parquet) {

    public Formats {
        if (!csv && !parquet) {
            throw new IllegalArgumentException("A run writes CSV, Parquet or both.");
        }
    }
}
