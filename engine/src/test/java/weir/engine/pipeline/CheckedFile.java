package weir.engine.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import weir.engine.dataset.Catalogue;
import weir.engine.dataset.Dataset;
import weir.engine.format.Content;
import weir.engine.format.Limits;
import weir.engine.issue.Issue;
import weir.engine.issue.report.FileOutcome;
import weir.engine.issue.report.ReportSink;
import weir.engine.issue.report.TableOutcome;
import weir.engine.record.Row;

/// One file taken through recognising, reading and cleaning, with all that came of it.
public final class CheckedFile {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private final List<Issue> issues = new ArrayList<>();
    private final List<Recognised> recognised = new ArrayList<>();
    private final List<List<Row>> rows = new ArrayList<>();
    private final FileOutcome outcome;

    /// @param name the path as the user knows it
    public CheckedFile(List<Dataset> datasets, Path file, String name) throws IOException {
        try (Workers workers = new Workers(1)) {
            ReturnRun run = new ReturnRun(Catalogue.of(datasets), TODAY, Recogniser.Retention.REFUSED, Limits.usual(), workers,
                    new Kept(), _ -> {});
            outcome = run.run(Content.of(file, name), Stated.NOTHING, found -> {
                recognised.add(found);
                List<Row> kept = new ArrayList<>();
                rows.add(kept);
                return new KeptRowsOfTest(kept);
            });
        }
    }

    public FileOutcome outcome() {
        return outcome;
    }

    /// As in `list_1 5`: each table with the rows kept of it.
    public List<String> tables() {
        return outcome.tables().stream().map(table -> table.table() + " " + table.rowsKept()).toList();
    }

    public List<String> periods() {
        return outcome.tables().stream().map(TableOutcome::period).distinct().toList();
    }

    public List<Recognised> recognised() {
        return recognised;
    }

    /// The texts of a row, in the order of the table's fields.
    public List<String> row(int table, int row) {
        Row found = rows.get(table).get(row);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            texts.add(found.value(i).text());
        }
        return texts;
    }

    public List<Issue> issues() {
        return issues;
    }

    /// As in `error value-not-date B3`, or `notice sheet-missing` for a file, each with what must be true.
    public List<String> findings() {
        return issues.stream().map(CheckedFile::words).toList();
    }

    private static String words(Issue issue) {
        String cell = issue.place().row().isPresent()
                ? " " + issue.place().columnLetter().orElse("row ") + issue.place().row().getAsLong()
                : "";
        String expected = issue.expected().isEmpty() ? "" : ": " + issue.expected();
        return issue.severity().word() + " " + issue.code() + cell + expected;
    }

    private final class Kept implements ReportSink {
        @Override
        public void begin(String file) {}

        @Override
        public void end(FileOutcome ended) {}

        @Override
        public void amend(String file, List<Issue> amended) {}

        @Override
        public void accept(Issue issue) {
            issues.add(issue);
        }

        @Override
        public void close() {}
    }

    private record KeptRowsOfTest(List<Row> kept) implements RowTarget<List<Row>> {
        @Override
        public List<Row> prepare(List<Row> rows) {
            return rows;
        }

        @Override
        public void take(List<Row> block) {
            kept.addAll(block);
        }

        @Override
        public void keep() {}

        @Override
        public void discard() {
            kept.clear();
        }
    }
}
