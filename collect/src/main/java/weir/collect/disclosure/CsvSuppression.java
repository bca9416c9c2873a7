package weir.collect.disclosure;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import weir.engine.dataset.FieldName;
import weir.engine.format.CsvParts;

/// Writes the CSV of a table anew without what is taken from it; what is left stays byte for byte. The files come in the
/// order of the places, which are read beside them: no more than a record of each is in memory. For one thread.
final class CsvSuppression implements Closeable {

    private static final int WRITTEN_AT_ONCE = 1 << 16;
    private static final long NO_PLACE = Long.MAX_VALUE;

    private final String output;
    private final List<FieldName> fields;
    private final BufferedReader places;
    private final CsvParts parts;
    private final List<String> header;
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private long nextPlace;
    private long nextMask;
    private long rows;

    /// Where the rows of the current file begin.
    private long place;

    /// @param places what [Suppression#writePlaces] wrote
    /// @param header of every file
    CsvSuppression(
            String output, List<FieldName> fields, Path places, List<String> header, Path folder, String name, long partBytes)
            throws IOException {
        this.output = output;
        this.fields = List.copyOf(fields);
        this.header = List.copyOf(header);
        this.places = Files.newBufferedReader(places, StandardCharsets.UTF_8);
        this.places.readLine();
        this.parts = new CsvParts(folder, name, header, partBytes);
        readPlace();
    }

    private void readPlace() throws IOException {
        String line = places.readLine();
        int comma = line == null ? -1 : line.indexOf(',');
        nextPlace = line == null ? NO_PLACE : Long.parseLong(line.substring(0, comma));
        nextMask = line == null ? 0 : Long.parseLong(line.substring(comma + 1));
    }

    /// Begins the rows of a fragment.
    void begin(int fragment) {
        place = (long) fragment << DisclosureControl.FILE_BITS;
    }

    /// Takes the next file of the fragment.
    void add(InputStream csv) throws IOException {
        CsvRecords records = new CsvRecords(csv);
        if (!records.next() || !records.texts().equals(header)) {
            throw new DisclosureFailed(output, "its parts do not have the same columns; make them again.");
        }
        while (records.next()) {
            if (records.fields() != header.size()) {
                throw new DisclosureFailed(output, "a part is not whole; make it again.");
            }
            take(records);
            place++;
        }
    }

    private void take(CsvRecords records) throws IOException {
        boolean isTreated = place == nextPlace;
        long mask = isTreated ? nextMask : 0;
        if (isTreated) {
            readPlace();
        }
        if (mask == -1) {
            return;
        }
        if (mask == 0) {
            records.writeTo(pending);
        } else {
            records.writeTo(pending, blank(mask));
        }
        rows++;
        if (pending.size() >= WRITTEN_AT_ONCE) {
            flush();
        }
    }

    private boolean[] blank(long mask) {
        boolean[] blank = new boolean[header.size()];
        for (int column = 0; column < blank.length; column++) {
            for (int i = 0; i < fields.size(); i++) {
                blank[column] |= (mask & 1L << i) != 0 && fields.get(i).matches(header.get(column));
            }
        }
        return blank;
    }

    private void flush() throws IOException {
        parts.write(pending.toByteArray());
        pending.reset();
    }

    /// Ends the files.
    ///
    /// @param rowsLeft that there must be
    /// @throws DisclosureFailed when the CSV does not have the rows that were decided over
    List<Path> finish(long rowsLeft) throws IOException {
        flush();
        parts.close();
        if (rows != rowsLeft || nextPlace != NO_PLACE) {
            throw new DisclosureFailed(output, "its CSV and its Parquet do not have the same rows; make them again.");
        }
        return new ArrayList<>(parts.files());
    }

    @Override
    public void close() throws IOException {
        try {
            parts.close();
        } finally {
            places.close();
        }
    }
}
