package weir.engine.generate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A folder of made-up returns, read back as plain text.
record ReturnFolder(Path folder) {

    static ReturnFolder write(Path folder, Request request) throws IOException {
        new Ssda903Generator(request).write(folder);
        return new ReturnFolder(folder);
    }

    /// The rows of a table by column name; none when the file is missing.
    List<TextRow> rows(int year, String table) throws IOException {
        Path file = folder.resolve(year + "/SSDA903_" + year + "_" + table + ".csv");
        List<TextRow> rows = new ArrayList<>();
        if (Files.exists(file)) {
            List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
            List<String> names = Arrays.asList(lines.getFirst().split(",", -1));
            for (String line : lines.subList(1, lines.size())) {
                rows.add(new TextRow(names, List.of(line.split(",", -1))));
            }
        }
        return rows;
    }

    List<String> planted() throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve(LedgerFile.NAME), StandardCharsets.UTF_8);
        return lines.subList(1, lines.size());
    }
}
