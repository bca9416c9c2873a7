package weir.engine.generate;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import weir.engine.dataset.Field;
import weir.engine.dataset.FieldType;
import weir.engine.dataset.Table;
import weir.engine.generate.Fault.Target;

/// One made-up table as CSV, with faults planted on the way. For one thread.
final class MadeUpFile implements AutoCloseable {

    private static final String USUAL_DATE = "dd/MM/yyyy";

    private final OutputStream out;
    private final String name;
    private final List<Column> columns;
    private final FaultPlanter planter;
    private final List<Fault> faults;
    private final Ledger ledger;
    private long row;
    private long bytes;

    private MadeUpFile(
            OutputStream out, String name, Table table, FaultPlanter planter, Request request, Ledger ledger) {
        this.out = out;
        this.name = name;
        this.columns = table.fields().stream().map(MadeUpFile::column).toList();
        this.planter = planter;
        this.faults = request.faults().stream()
                .filter(fault -> FaultPlanter.suits(fault, columns))
                .filter(fault -> fault != Fault.DATE_SHORT || isUsual(table))
                .sorted()
                .toList();
        this.ledger = ledger;
    }

    /// Writes the header. @param name the file's, relative to the folder of all years
    static MadeUpFile open(
            Path path, String name, Table table, FaultPlanter planter, Request request, Ledger ledger)
            throws IOException {
        MadeUpFile file = new MadeUpFile(
                new BufferedOutputStream(Files.newOutputStream(path)), name, table, planter, request, ledger);
        file.line(file.columns.stream().map(column -> encode(column.name())).toList());
        return file;
    }

    private static boolean isUsual(Table table) {
        return table.fields().stream()
                .allMatch(field -> !(field.type() instanceof FieldType.Date date)
                        || date.formats().getFirst().equals(USUAL_DATE));
    }

    private static Column column(Field field) {
        long max = switch (field.type()) {
            case FieldType.Whole whole -> whole.max().orElse(-1);
            default -> -1;
        };
        return new Column(
                field.name().value(), kind(field.type()), field.isRequired(), max > Integer.MAX_VALUE / 2 ? -1 : (int) max);
    }

    private static Column.Kind kind(FieldType type) {
        return switch (type) {
            case FieldType.Date _ -> Column.Kind.DATE;
            case FieldType.Category _ -> Column.Kind.CODE;
            case FieldType.Whole _, FieldType.Decimal _ -> Column.Kind.NUMBER;
            case FieldType.Postcode _ -> Column.Kind.POSTCODE;
            default -> Column.Kind.TEXT;
        };
    }

    void write(List<String> cells) throws IOException {
        Optional<Fault> fault = planter.draw(faults);
        if (fault.isEmpty()) {
            line(encoded(cells));
        } else if (fault.get().target() == Target.ROW || fault.get().target() == Target.ROW_ENDING_OPTIONAL) {
            spoilRow(fault.get(), encoded(cells));
        } else {
            spoilCell(fault.get(), cells);
        }
    }

    private void spoilRow(Fault fault, List<String> cells) throws IOException {
        List<String> spoilt = new ArrayList<>(cells);
        switch (fault) {
            case ROW_TWICE -> line(cells);
            case ROW_LONG -> spoilt.add("extra");
            default -> spoilt.removeLast();
        }
        line(spoilt);
        ledger.add(new Planted(name, row, "", fault));
    }

    private void spoilCell(Fault fault, List<String> cells) throws IOException {
        List<Integer> suited = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).suits(fault.target())) {
                suited.add(i);
            }
        }
        int at = suited.get(planter.draw(suited.size()));
        List<String> encoded = new ArrayList<>(encoded(cells));
        String spoilt = fault == Fault.CODE_QUOTED
                ? quoted(cells.get(at))
                : encode(planter.spoil(fault, columns.get(at), cells.get(at)));
        boolean isSpoilt = !spoilt.equals(encoded.get(at));
        encoded.set(at, spoilt);
        line(encoded);
        if (isSpoilt) {
            ledger.add(new Planted(name, row, columns.get(at).name(), fault));
        }
    }

    private static List<String> encoded(List<String> cells) {
        return cells.stream().map(MadeUpFile::encode).toList();
    }

    private static String encode(String cell) {
        boolean isPlain = cell.chars().noneMatch(letter -> letter == ',' || letter == '"' || letter == '\n' || letter == '\r');
        return isPlain ? cell : quoted(cell);
    }

    private static String quoted(String cell) {
        return '"' + cell.replace("\"", "\"\"") + '"';
    }

    private void line(List<String> cells) throws IOException {
        byte[] line = (cells.stream().collect(Collectors.joining(",")) + '\n').getBytes(StandardCharsets.UTF_8);
        out.write(line);
        bytes += line.length;
        row++;
    }

    Written written() {
        return new Written(1, row - 1, bytes, 0);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
