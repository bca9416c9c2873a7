package weir.collect.report;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

import weir.engine.dataset.Dataset;
import weir.engine.dataset.DatasetId;
import weir.engine.dataset.Datasets;
import weir.engine.dataset.Field;
import weir.engine.dataset.FieldType;
import weir.engine.dataset.Report;
import weir.engine.dataset.Report.Needed;
import weir.engine.dataset.Treatment;
import weir.engine.dataset.UseCase;
import weir.engine.format.ParquetWriter;
import weir.engine.format.TableWriter.Column;
import weir.engine.format.TableWriter.Kind;
import weir.engine.record.Row;
import weir.engine.record.Value;
import weir.platform.analysis.Analysis;
import weir.platform.unit.DataSize;

/// One run of a published report on tables that are written out in the test.
///
/// A table has all columns that its use case publishes. The test names those that matter in a first line, divided by `|`;
/// the others are blank.
final class ReportCase {

    static final Datasets PUBLISHED = Datasets.in(Path.of(System.getProperty("weir.root", "..")).resolve("datasets"));

    private final Report report;
    private final String dataset;
    private final Map<Needed, String> tables = new LinkedHashMap<>();

    private ReportCase(String dataset, Report report) {
        this.dataset = dataset;
        this.report = report;
    }

    static ReportCase of(String dataset, String name) {
        Report report = PUBLISHED.reports(new DatasetId(dataset)).stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        return new ReportCase(dataset, report);
    }

    static ReportCase of(String dataset, Report report) {
        return new ReportCase(dataset, report);
    }

    /// @param table of the report's, as in `cin.cin`
    /// @param text  a line with the names of columns, then a line for each row
    ReportCase with(String table, String text) {
        Needed needed = Stream.concat(report.needs().stream(), report.may().stream())
                .filter(one -> one.toString().equals(table))
                .findFirst()
                .orElseThrow();
        tables.put(needed, text);
        return this;
    }

    /// One of the report's tables.
    Made make(Path folder, String output) throws IOException {
        return Objects.requireNonNull(make(folder).get(output), "The report has no output of this name.");
    }

    /// The report's tables by the names of its outputs.
    Map<String, Made> make(Path folder) throws IOException {
        Map<Needed, List<Path>> fetched = new HashMap<>();
        for (Map.Entry<Needed, String> table : tables.entrySet()) {
            Path file = folder.resolve(table.getKey() + ".parquet");
            write(table.getKey(), table.getValue(), file);
            fetched.put(table.getKey(), List.of(file));
        }
        try (Analysis analysis = new Analysis(folder.resolve("spill"), DataSize.ofMegabytes(256), 1, 2)) {
            LocalDate today = LocalDate.of(2026, 6, 1);
            List<Path> files = analysis.run(session ->
                    new ReportRun(report, PUBLISHED.all(), today).run(session, fetched, folder, dataset).files());
            Map<String, Made> made = new TreeMap<>();
            for (Path file : files) {
                String name = String.valueOf(file.getFileName());
                if (name.endsWith(".csv")) {
                    made.put(
                            name.substring((report.useCase() + "_" + dataset + "_").length(), name.length() - 4),
                            Made.of(Files.readString(file, StandardCharsets.UTF_8)));
                }
            }
            return made;
        }
    }

    private static void write(Needed needed, String text, Path file) throws IOException {
        List<String> lines = text.lines().toList();
        List<String> names = cells(lines.getFirst());
        List<Column> columns = columns(needed, names);
        try (OutputStream out = Files.newOutputStream(file);
                ParquetWriter writer = new ParquetWriter(out, columns)) {
            for (int i = 1; i < lines.size(); i++) {
                List<String> cells = cells(lines.get(i));
                Value[] values = new Value[columns.size()];
                for (int column = 0; column < values.length; column++) {
                    int at = names.indexOf(columns.get(column).name());
                    values[column] = at < 0 || at >= cells.size() ? Value.blank() : value(columns.get(column).kind(), cells.get(at));
                }
                writer.write(new Row(i + 1, values));
            }
        }
    }

    private static List<String> cells(String line) {
        return List.of(line.split("\\|", -1)).stream().map(String::strip).toList();
    }

    private static Value value(Kind kind, String text) {
        if (text.isEmpty()) {
            return Value.blank();
        }
        return switch (kind) {
            case WHOLE -> new Value.Whole(Long.parseLong(text));
            case DECIMAL -> new Value.Decimal(new BigDecimal(text));
            case DAY -> new Value.Day(LocalDate.parse(text));
            case FLAG -> new Value.Flag(Boolean.parseBoolean(text));
            case CLOCK -> new Value.Clock(LocalTime.parse(text));
            case TEXT -> Value.text(text);
        };
    }

    private static List<Column> columns(Needed needed, List<String> named) {
        Dataset dataset = PUBLISHED.find(needed.dataset()).orElseThrow();
        UseCase.TableRule rule = dataset.useCases().stream()
                .flatMap(useCase -> useCase.table(needed.table()).stream())
                .filter(one -> one.fields().stream().map(field -> field.field().value()).toList().containsAll(named))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No use case publishes all columns that are named for " + needed + "."));
        List<Column> columns = new ArrayList<>();
        for (UseCase.FieldRule field : rule.fields()) {
            columns.add(new Column(field.field().value(), kind(dataset, needed, field)));
        }
        return columns;
    }

    private static Kind kind(Dataset dataset, Needed needed, UseCase.FieldRule field) {
        Kind kind = dataset.versions().reversed().stream()
                .flatMap(version -> version.table(needed.table()).stream())
                .flatMap(table -> table.fields().stream())
                .filter(one -> one.name().equals(field.of()))
                .findFirst()
                .map(Field::type)
                .map(ReportCase::kind)
                .orElse(field.field().value().startsWith("YEAR") ? Kind.WHOLE : Kind.TEXT);
        for (Treatment treatment : field.treatments()) {
            kind = switch (treatment) {
                case Treatment.Enrich.YEAR, Treatment.Enrich.MONTH, Treatment.Enrich.FINANCIAL_YEAR,
                        Treatment.Enrich.QUARTER, Treatment.Enrich.SCHOOL_YEAR -> Kind.WHOLE;
                case Treatment.Protect.FIRST_OF_MONTH, Treatment.Protect.FIRST_OF_YEAR, Treatment.Protect.REMOVE_ROW_IF_BLANK -> kind;
                default -> Kind.TEXT;
            };
        }
        return kind;
    }

    private static Kind kind(FieldType type) {
        return switch (type) {
            case FieldType.Whole _, FieldType.Age _ -> Kind.WHOLE;
            case FieldType.Decimal _ -> Kind.DECIMAL;
            case FieldType.Date _ -> Kind.DAY;
            case FieldType.Time _ -> Kind.CLOCK;
            case FieldType.Bool _ -> Kind.FLAG;
            case FieldType.Text _, FieldType.Postcode _, FieldType.Matching _, FieldType.Category _ -> Kind.TEXT;
        };
    }
}
