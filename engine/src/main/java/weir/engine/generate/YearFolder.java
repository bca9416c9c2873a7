package weir.engine.generate;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/// The return of one year: a folder with a file for each table that has a row.
final class YearFolder implements Rows, AutoCloseable {

    private static final int BUFFER_BYTES = 32 * 1024;

    private final Path folder;
    private final FinancialYear year;
    private final FaultPlanter planter;
    private final Ledger ledger;
    private final Line line = new Line();
    private final Map<Ssda903Table, TableFile> files = new EnumMap<>(Ssda903Table.class);

    /// @param folder the folder of all years
    YearFolder(Path folder, FinancialYear year, FaultPlanter planter, Ledger ledger) throws IOException {
        this.folder = folder;
        this.year = year;
        this.planter = planter;
        this.ledger = ledger;
        Files.createDirectories(folder.resolve(Integer.toString(year.year())));
    }

    FinancialYear year() {
        return year;
    }

    @Override
    public Line line() {
        return line.clear();
    }

    @Override
    public void write(Ssda903Table table) throws IOException {
        TableFile file = files.get(table);
        if (file == null) {
            file = open(table);
            files.put(table, file);
        }
        file.write(line);
    }

    private TableFile open(Ssda903Table table) throws IOException {
        Path path = folder.resolve(table.file(year.year()));
        return new TableFile(
                table,
                year.year(),
                new BufferedOutputStream(Files.newOutputStream(path), BUFFER_BYTES),
                planter,
                ledger);
    }

    Collection<TableFile> files() {
        return files.values();
    }

    @Override
    public void close() throws IOException {
        for (TableFile file : files.values()) {
            file.close();
        }
    }
}
