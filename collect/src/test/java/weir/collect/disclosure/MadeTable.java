package weir.collect.disclosure;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import weir.collect.disclosure.TableControl.Controlled;
import weir.collect.disclosure.TableControl.Fragment;
import weir.collect.disclosure.TableControl.Target;
import weir.engine.dataset.Disclosure;
import weir.engine.dataset.Disclosure.KAnonymity;
import weir.engine.dataset.Disclosure.Rare;
import weir.engine.dataset.Disclosure.SmallCounts;
import weir.engine.dataset.FieldName;
import weir.engine.format.CsvEncoder;
import weir.engine.format.ParquetWriter;
import weir.engine.format.TableWriter.Column;
import weir.engine.format.TableWriter.Kind;
import weir.engine.pipeline.Suppressed;
import weir.engine.record.Row;
import weir.engine.record.Value;
import weir.platform.analysis.Analysis;
import weir.platform.unit.DataSize;

/// A table in fragments as shares have it, CSV and Parquet, to be controlled. An empty cell is a blank.
final class MadeTable {

    private final Path folder;
    private final List<Column> columns;
    private final List<List<List<String>>> fragments = new ArrayList<>();
    private long partBytes = 50_000_000;

    /// @param columns names; those that begin in lower case hold whole numbers
    MadeTable(Path folder, String... columns) {
        this.folder = folder;
        this.columns = List.of(columns).stream()
                .map(name -> new Column(name, Character.isLowerCase(name.charAt(0)) ? Kind.WHOLE : Kind.TEXT))
                .toList();
    }

    MadeTable fragment(List<List<String>> rows) {
        fragments.add(rows);
        return this;
    }

    /// Rows divided by spaces, cells by `|`.
    MadeTable fragment(String rows) {
        return fragment(rows.isBlank() ? List.of() : List.of(rows.strip().split("\\s+")).stream().map(MadeTable::cells).toList());
    }

    MadeTable inPartsOf(long bytes) {
        partBytes = bytes;
        return this;
    }

    static List<String> cells(String row) {
        return List.of(row.split("\\|", -1));
    }

    /// What came out: the account, the CSV parts as they are, the rows of the Parquet.
    record Result(Controlled controlled, List<String> csvs, List<List<String>> rows) {

        long rowsRemoved() {
            return controlled.taken().stream().mapToLong(Suppressed::rowsRemoved).sum();
        }

        long cellsBlanked() {
            return controlled.taken().stream().mapToLong(Suppressed::cellsBlanked).sum();
        }

        /// The rows, cells divided by `|`.
        List<String> shown() {
            return rows.stream().map(row -> String.join("|", row)).toList();
        }
    }

    Result control(Disclosure rule) throws IOException {
        List<Fragment> made = new ArrayList<>();
        for (int i = 0; i < fragments.size(); i++) {
            made.add(write(fragments.get(i), folder.resolve("given-" + i + ".parquet")));
        }
        try (Analysis analysis = new Analysis(folder.resolve("spill"), DataSize.ofMegabytes(256), 1, 2)) {
            Path target = Files.createTempDirectory(folder, "controlled");
            Controlled controlled = new TableControl(analysis).control(made, rule, new Target("table", target, "TABLE", partBytes));
            List<Path> parquets = controlled.files().map(files -> List.of(files.parquet()))
                    .orElseGet(() -> made.stream().map(Fragment::parquet).toList());
            List<String> csvs = new ArrayList<>();
            for (Path csv : controlled.files().map(TableControl.NewFiles::csvs).orElse(List.of())) {
                csvs.add(Files.readString(csv, StandardCharsets.UTF_8));
            }
            List<List<String>> rows = new ArrayList<>();
            for (Path parquet : parquets) {
                rows.addAll(analysis.run(session -> session.query(
                        "SELECT * FROM read_parquet('" + parquet + "')",
                        row -> IntStream.rangeClosed(1, columns.size()).mapToObj(row::text).toList())));
            }
            return new Result(controlled, csvs, rows);
        }
    }

    private Fragment write(List<List<String>> rows, Path file) throws IOException {
        CsvEncoder csv = new CsvEncoder();
        try (OutputStream out = Files.newOutputStream(file);
                ParquetWriter writer = new ParquetWriter(out, columns)) {
            for (List<String> cells : rows) {
                Value[] values = new Value[columns.size()];
                for (int i = 0; i < values.length; i++) {
                    values[i] = value(columns.get(i).kind(), cells.get(i));
                }
                Row row = new Row(1, values);
                writer.write(row);
                csv.put(row);
            }
        }
        String text = new String(CsvEncoder.header(columns.stream().map(Column::name).toList()), StandardCharsets.UTF_8)
                + new String(csv.takeBytes(), StandardCharsets.UTF_8);
        return new Fragment(file, List.of(() -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
    }

    /// The CSV of rows, as our encoder writes it.
    String csv(List<List<String>> rows) {
        CsvEncoder csv = new CsvEncoder();
        for (List<String> cells : rows) {
            Value[] values = new Value[columns.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = value(columns.get(i).kind(), cells.get(i));
            }
            csv.put(new Row(1, values));
        }
        return new String(CsvEncoder.header(columns.stream().map(Column::name).toList()), StandardCharsets.UTF_8)
                + new String(csv.takeBytes(), StandardCharsets.UTF_8);
    }

    private static Value value(Kind kind, String cell) {
        if (cell.isEmpty()) {
            return Value.blank();
        }
        return kind == Kind.WHOLE ? new Value.Whole(Long.parseLong(cell)) : Value.text(cell);
    }

    static Disclosure rare(Rare rare, int k, String... fields) {
        return new Disclosure(Optional.of(new KAnonymity(names(fields), k, rare, Optional.empty(), "6.1")), Optional.empty());
    }

    static Disclosure rareAmong(String people, Rare rare, int k, String... fields) {
        return new Disclosure(
                Optional.of(new KAnonymity(names(fields), k, rare, Optional.of(new FieldName(people)), "6.1")), Optional.empty());
    }

    static Disclosure small(int k, List<String> groups, boolean hasRowTotals, String... fields) {
        return new Disclosure(
                Optional.empty(),
                Optional.of(new SmallCounts(names(fields), k, groups.stream().map(FieldName::new).toList(), hasRowTotals, "6.2")));
    }

    private static List<FieldName> names(String... fields) {
        return List.of(fields).stream().map(FieldName::new).toList();
    }
}
