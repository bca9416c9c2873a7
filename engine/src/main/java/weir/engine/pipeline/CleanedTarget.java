package weir.engine.pipeline;

import java.io.IOException;
import java.util.List;

import weir.engine.compare.KeyedRows;
import weir.engine.format.CsvEncoder;
import weir.engine.record.Row;

/// Writes the cleaned rows of one file and sorts them for the outputs.
final class CleanedTarget implements RowTarget<CleanedTarget.Block> {

    private final Recognised recognised;
    private final TableFiles files;
    private final TableRuns runs;
    private long rows;

    /// A block on its way: its rows, as CSV, and behind their keys.
    record Block(List<Row> rows, Encoded csv, KeyedRows.Batch keyed) {}

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

    CleanedTarget(Recognised recognised, TableFiles files, TableRuns runs) {
        this.recognised = recognised;
        this.files = files;
        this.runs = runs;
    }

    @Override
    public Block prepare(List<Row> given) {
        CsvEncoder encoder = new CsvEncoder();
        given.forEach(encoder::put);
        List<Row> inLayout = runs.inLayout(recognised.table(), given);
        return new Block(
                given,
                new Encoded(encoder.takeBytes()),
                runs.keyed().encode(inLayout, recognised.period(), recognised.source()));
    }

    @Override
    public void take(Block block) throws IOException {
        files.write(block.csv().bytes(), block.rows());
        runs.runs().add(block.keyed());
        rows += block.rows().size();
    }

    @Override
    public void keep() throws IOException {
        files.close();
        runs.runs().keep();
        runs.count(rows, recognised.period().year());
    }

    @Override
    public void discard() throws IOException {
        files.delete();
        runs.runs().discard();
    }
}
