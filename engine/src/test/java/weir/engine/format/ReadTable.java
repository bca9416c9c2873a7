package weir.engine.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import weir.engine.record.Cells;
import weir.engine.record.Row;
import weir.engine.record.Value;

/// The whole of a table, read through a reader.
record ReadTable(String sheet, List<String> header, List<Cells> cells) {

    /// Reads the next table of a reader to its end and checks that blocks are numbered without a gap.
    static ReadTable next(TableReader reader) throws IOException, FileRefused {
        List<Cells> cells = new ArrayList<>();
        for (Optional<RowBlock> block = reader.nextBlock(); block.isPresent(); block = reader.nextBlock()) {
            if (block.get().firstRow() != cells.size() + 2) {
                throw new AssertionError("A block begins at row " + block.get().firstRow());
            }
            cells.addAll(block.get().rows());
        }
        return new ReadTable(reader.sheet(), reader.header(), cells);
    }

    /// The only table of a reader.
    static ReadTable only(TableReader reader) throws IOException, FileRefused {
        try (reader) {
            if (!reader.nextTable()) {
                throw new AssertionError("There is no table.");
            }
            ReadTable table = next(reader);
            if (reader.nextTable()) {
                throw new AssertionError("There is a second table.");
            }
            return table;
        }
    }

    /// The typed cells as rows, cells without a type as text.
    List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (Cells row : cells) {
            Value[] values = new Value[header.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = row.isTyped(i) ? row.typed(i) : Value.text(row.text(i));
            }
            rows.add(new Row(rows.size() + 2, values));
        }
        return rows;
    }

    List<List<String>> texts() {
        return cells.stream()
                .map(row -> {
                    List<String> texts = new ArrayList<>();
                    for (int i = 0; i < Math.max(row.size(), header.size()); i++) {
                        texts.add(row.text(i));
                    }
                    return List.copyOf(texts);
                })
                .toList();
    }
}
