package weir.engine.generate;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// The file `planted.csv`: one line per planted fault with its file, row, field and kind.
final class LedgerFile implements Ledger, AutoCloseable {

    static final String NAME = "planted.csv";

    private final BufferedWriter out;

    LedgerFile(Path folder) throws IOException {
        out = Files.newBufferedWriter(folder.resolve(NAME), StandardCharsets.UTF_8);
        out.write("file,row,field,fault\n");
    }

    @Override
    public void add(Planted planted) throws IOException {
        out.write(planted.file() + ',' + planted.row() + ',' + planted.field() + ',' + planted.fault().word() + '\n');
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
