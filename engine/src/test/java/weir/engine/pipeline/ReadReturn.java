package weir.engine.pipeline;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import weir.engine.dataset.Catalogue;
import weir.engine.dataset.Dataset;
import weir.engine.dataset.FieldName;
import weir.engine.dataset.Table;
import weir.engine.format.Content;
import weir.engine.format.Limits;
import weir.engine.issue.Issue;
import weir.engine.issue.IssueCatalogue;
import weir.engine.issue.report.FileOutcome;
import weir.engine.issue.report.ReportSink;
import weir.engine.organisation.Organisation;
import weir.engine.record.Row;

/// A file after it was read by a [ReturnRun]: its rows by table, its issues and what became of it.
final class ReadReturn {

    private static final IssueCatalogue WORDS = IssueCatalogue.builtIn();

    final Map<String, List<Row>> rows = new LinkedHashMap<>();
    final Map<String, Table> tables = new LinkedHashMap<>();
    final List<Issue> issues = new ArrayList<>();
    final FileOutcome outcome;

    private ReadReturn(Path file, String name, List<Dataset> datasets, Limits limits, Stated stated) throws IOException {
        try (Workers workers = new Workers(2)) {
            ReturnRun run = new ReturnRun(
                    Catalogue.of(datasets),
                    LocalDate.of(2026, 11, 22),
                    Recogniser.Retention.REFUSED,
                    limits,
                    workers,
                    sink(),
                    _ -> {});
            outcome = run.run(Content.of(file, name), stated, this::open);
        }
    }

    /// @param name the path the reader is told, its folders included
    static ReadReturn of(Path folder, String name, String xml, List<Dataset> datasets) throws IOException {
        Path file = Files.writeString(folder.resolve("given.xml"), xml, StandardCharsets.UTF_8);
        return new ReadReturn(file, name, datasets, Limits.usual(), Stated.NOTHING);
    }

    static ReadReturn of(Path file, List<Dataset> datasets) throws IOException {
        return new ReadReturn(file, file.getFileName().toString(), datasets, Limits.usual(), Stated.NOTHING);
    }

    /// Handed in by somebody, for 2022.
    static ReadReturn of(Path file, List<Dataset> datasets, Organisation sender) throws IOException {
        return new ReadReturn(file, "2022/" + file.getFileName(), datasets, Limits.usual(), Stated.NOTHING.by(sender));
    }

    private RowTarget<List<Row>> open(Recognised recognised) {
        String name = recognised.table().name().value();
        tables.put(name, recognised.table());
        rows.put(name, new ArrayList<>());
        return new RowTarget<>() {
            @Override
            public List<Row> prepare(List<Row> given) {
                return given;
            }

            @Override
            public void take(List<Row> block) {
                rows.computeIfAbsent(name, _ -> new ArrayList<>()).addAll(block);
            }

            @Override
            public void keep() {}

            @Override
            public void discard() {
                rows.remove(name);
            }
        };
    }

    private ReportSink sink() {
        return new ReportSink() {
            @Override
            public void begin(String file) {}

            @Override
            public void accept(Issue issue) {
                issues.add(issue);
            }

            @Override
            public void end(FileOutcome ended) {}

            @Override
            public void amend(String file, List<Issue> further) {}

            @Override
            public void close() {}
        };
    }

    Table table(String name) {
        return Optional.ofNullable(tables.get(name)).orElseThrow();
    }

    List<Row> rows(String table) {
        return rows.getOrDefault(table, List.of());
    }

    /// The texts of a column, in the order of the rows.
    List<String> column(String table, String field) {
        int index = table(table).indexOf(new FieldName(field)).orElseThrow();
        return rows(table).stream().map(row -> row.value(index).text()).toList();
    }

    /// The issues as their codes.
    List<String> codes() {
        return issues.stream().map(issue -> issue.code().value()).toList();
    }

    /// The issues as a person reads them.
    List<String> texts() {
        return issues.stream().map(WORDS::text).toList();
    }
}
