package weir.engine.generate;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Collectors;

import weir.engine.generate.FaultPlanter.Spoilt;

/// One table of one return, written row by row with faults planted on the way.
final class TableFile implements AutoCloseable {

    private final Ssda903Table table;
    private final String name;
    private final OutputStream out;
    private final FaultPlanter planter;
    private final Ledger ledger;
    private long row = 1;
    private long bytes;

    /// Writes the header. @param out is closed with this
    TableFile(Ssda903Table table, int year, OutputStream out, FaultPlanter planter, Ledger ledger) throws IOException {
        this.table = table;
        this.name = table.file(year);
        this.out = out;
        this.planter = planter;
        this.ledger = ledger;
        writeText(table.columns().stream().map(Column::name).collect(Collectors.joining(",")));
    }

    void write(Line line) throws IOException {
        Optional<Spoilt> spoilt = planter.next(table, line);
        if (spoilt.isEmpty()) {
            row++;
            bytes += line.writeTo(out);
        } else {
            writeSpoilt(spoilt.get());
        }
    }

    private void writeSpoilt(Spoilt spoilt) throws IOException {
        for (String text : spoilt.lines()) {
            row++;
            writeText(text);
        }
        ledger.add(new Planted(name, row, spoilt.field(), spoilt.fault()));
    }

    private void writeText(String text) throws IOException {
        byte[] encoded = (text + '\n').getBytes(StandardCharsets.UTF_8);
        out.write(encoded);
        bytes += encoded.length;
    }

    /// Rows without the header.
    long rows() {
        return row - 1;
    }

    long bytes() {
        return bytes;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
