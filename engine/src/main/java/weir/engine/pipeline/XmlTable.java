package weir.engine.pipeline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import weir.engine.clean.ElementFinding;
import weir.engine.clean.RecordReader;
import weir.engine.clean.RecordRows;
import weir.engine.format.XmlRecord;
import weir.engine.issue.Place;
import weir.engine.record.Row;

/// One table of an XML file with the target of its rows.
///
/// @param <B> what the target turns a block of rows into
final class XmlTable<B> {

    private final Recognised recognised;
    private final Place place;
    private final RecordReader reader;
    private final RecordRows rows;
    private final RowTarget<B> target;
    private long read;
    private long kept;

    XmlTable(Recognised recognised, RowTarget<B> target) {
        this.recognised = recognised;
        this.place = Place.file(recognised.file()).table(recognised.table().name().value());
        this.reader = XmlRecogniser.reader(recognised.table());
        this.rows = new RecordRows(reader);
        this.target = target;
    }

    /// What a block had for the table, ready to be taken.
    interface Ready {
        /// Called by one thread, in the order of the file.
        void take() throws IOException;
    }

    Recognised recognised() {
        return recognised;
    }

    Place place() {
        return place;
    }

    String element() {
        return XmlRecogniser.shape(recognised.table()).element();
    }

    /// Checks the records of a block. Any thread.
    Ready clean(List<XmlRecord> records, List<ElementFinding> findings) {
        List<Row> made = new ArrayList<>();
        int total = 0;
        for (XmlRecord record : records) {
            total += rows.add(reader.read(record, place, findings), made);
        }
        B block = target.prepare(made);
        int all = total;
        return () -> {
            read += all;
            kept += made.size();
            target.take(block);
        };
    }

    /// Rows there were to make so far, those of dates that could not be read among them.
    long read() {
        return read;
    }

    /// Rows taken so far.
    long kept() {
        return kept;
    }

    void keep() throws IOException {
        target.keep();
    }

    void discard() throws IOException {
        target.discard();
    }
}
