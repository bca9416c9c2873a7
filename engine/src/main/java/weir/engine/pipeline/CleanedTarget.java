package weir.engine.pipeline;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import weir.engine.compare.KeyedRows;
import weir.engine.format.CsvEncoder;
import weir.engine.record.Row;

/// Writes the cleaned rows of one file and sorts them for the outputs.
final class CleanedTarget implements RowTarget<CleanedTarget.Block> {

    private final Recognised recognised;
    private final TableFiles files;
    private final Optional<TableRuns> runs;
    private long rows;

    /// A block on its way: its rows, as CSV, and behind their keys.
    record Block(List<Row> rows, Encoded csv, Optional<KeyedRows.Batch> keyed) {}

    /// CSV bytes that do not show in `toString`.
    static final class Encoded {
        private final byte[] bytes;

        Encoded(byte[] bytes) {
            this.bytes = bytes;
        }

        byte[] bytes() {
            return bytes;
        }
    }

    CleanedTarget(Recognised recognised, TableFiles files, Optional<TableRuns> runs) {
        this.recognised = recognised;
        this.files = files;
        this.runs = runs;
    }

    @Override
    public Block prepare(List<Row> given) {
        CsvEncoder encoder = new CsvEncoder();
        given.forEach(encoder::put);
        Encoded csv = new Encoded(encoder.takeBytes());
        return new Block(given, csv, runs.map(table -> keyed(table, given)));
    }

    private KeyedRows.Batch keyed(TableRuns table, List<Row> given) {
        List<Row> inLayout = table.layout().inLayout(recognised.table(), given);
        return table.keyed().encode(inLayout, recognised.period(), recognised.source());
    }

    @Override
    public void take(Block block) throws IOException {
        files.write(block.csv().bytes(), block.rows());
        if (runs.isPresent() && block.keyed().isPresent()) {
            runs.get().runs().add(block.keyed().get());
        }
        rows += block.rows().size();
    }

    @Override
    public void keep() throws IOException {
        files.finish();
        if (runs.isPresent()) {
            runs.get().runs().keep();
            runs.get().count(rows, recognised);
        }
    }

    @Override
    public void discard() throws IOException {
        files.delete();
        if (runs.isPresent()) {
            runs.get().runs().discard();
        }
    }
}
