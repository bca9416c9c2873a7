package weir.engine.pipeline;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import weir.engine.clean.Findings;
import weir.engine.clean.TableCleaner;
import weir.engine.dataset.Dataset;
import weir.engine.dataset.DatedPeriod;
import weir.engine.dataset.Period;
import weir.engine.dataset.Table;
import weir.engine.format.Content;
import weir.engine.format.FileRefused;
import weir.engine.format.Limits;
import weir.engine.format.RowBlock;
import weir.engine.format.TableReader;
import weir.engine.format.TableReaders;
import weir.engine.recognise.HeaderMatch;
import weir.engine.record.Cells;
import weir.engine.record.Row;
import weir.engine.record.Value;

/// Reads a file for the dates that tell its period, before it is read for what it holds. Memory does not grow with the file.
final class DatesOfFile {

    private final Content content;
    private final Stated stated;
    private final Limits limits;

    DatesOfFile(Content content, Stated stated, Limits limits) {
        this.content = content;
        this.stated = stated;
        this.limits = limits;
    }

    /// Empty when the file has none of the dates.
    Optional<Period> period(Dataset dataset, DatedPeriod rule) throws IOException, FileRefused {
        Optional<LocalDate> earliest = Optional.empty();
        try (TableReader reader = TableReaders.open(content, stated.text(), limits, _ -> {})) {
            while (reader.nextTable()) {
                Optional<HeaderMatch> match = fitting(dataset, reader.header());
                if (match.isPresent()) {
                    earliest = earlier(earliest, earliest(reader, match.get(), rule));
                }
            }
        }
        return earliest.map(rule::period);
    }

    /// The table of the newest rules that a header fits.
    static Optional<HeaderMatch> fitting(Dataset dataset, List<String> header) {
        return dataset.latest().tables().stream()
                .map(table -> HeaderMatch.of(table, header))
                .filter(HeaderMatch::isWhole)
                .findFirst();
    }

    private static Optional<LocalDate> earliest(TableReader reader, HeaderMatch match, DatedPeriod rule)
            throws IOException, FileRefused {
        Table table = match.table();
        int[] fields = IntStream.range(0, table.fields().size())
                .filter(field -> rule.earliest().contains(table.fields().get(field).name()))
                .toArray();
        TableCleaner cleaner = new TableCleaner(table, match.columns(), reader.header().size());
        Optional<LocalDate> earliest = Optional.empty();
        Optional<RowBlock> block = reader.nextBlock();
        while (block.isPresent()) {
            for (Cells cells : block.get().rows()) {
                Optional<Row> row = cleaner.clean(cells, 0, 0, new Findings());
                if (row.isPresent()) {
                    for (int field : fields) {
                        earliest = earlier(earliest, date(row.get().value(field)));
                    }
                }
            }
            block = reader.nextBlock();
        }
        return earliest;
    }

    private static Optional<LocalDate> date(Value value) {
        return value instanceof Value.Day(LocalDate day) ? Optional.of(day) : Optional.empty();
    }

    private static Optional<LocalDate> earlier(Optional<LocalDate> a, Optional<LocalDate> b) {
        return a.isEmpty() || b.isPresent() && b.get().isBefore(a.get()) ? b : a;
    }
}
