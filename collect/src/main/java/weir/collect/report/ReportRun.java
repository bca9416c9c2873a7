package weir.collect.report;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import weir.collect.disclosure.DisclosureControl;
import weir.collect.disclosure.Suppression;
import weir.collect.output.OutputManifest;
import weir.engine.dataset.Code;
import weir.engine.dataset.Dataset;
import weir.engine.dataset.Disclosure;
import weir.engine.dataset.Field;
import weir.engine.dataset.FieldType;
import weir.engine.dataset.Report;
import weir.engine.dataset.Report.Needed;
import weir.engine.dataset.Specification;
import weir.engine.dataset.TableName;
import weir.engine.dataset.UseCase;
import weir.platform.analysis.Session;

/// Runs one report: a view for each table it reads, its SQL, a CSV and a Parquet file for each of its outputs.
///
/// Beside the tables there are the views `codes` (dataset, list, code, meaning, place: the codes of every version of the
/// datasets it reads, in their order) and `today` (day).
final class ReportRun {

    private static final Pattern FILE_PART = Pattern.compile("[A-Za-z0-9]{1,16}");

    private final Report report;
    private final List<Dataset> datasets;
    private final LocalDate today;

    ReportRun(Report report, List<Dataset> datasets, LocalDate today) {
        this.report = report;
        this.datasets = datasets;
        this.today = today;
    }

    /// What was made.
    ///
    /// @param files      in the order of the outputs
    /// @param controlled the account of each output that was controlled
    record Made(List<Path> files, List<OutputManifest.Table> controlled) {

        Made {
            files = List.copyOf(files);
            controlled = List.copyOf(controlled);
        }
    }

    /// @param fetched the Parquet files of each table that is there
    /// @param dataset whose report it is
    /// @throws weir.collect.disclosure.DisclosureFailed when an output cannot be controlled as its use case demands
    Made run(Session session, Map<Needed, List<Path>> fetched, Path folder, String dataset) {
        report.needs().forEach(needed -> session.view(needed.view(), fetched.getOrDefault(needed, List.of())));
        for (Needed needed : report.may()) {
            List<Path> files = fetched.get(needed);
            if (files == null) {
                session.execute("CREATE VIEW " + Session.name(needed.view()) + " AS SELECT " + columns(needed) + " WHERE false");
            } else {
                session.view(needed.view(), files);
            }
        }
        session.execute("CREATE VIEW today AS SELECT DATE " + Session.text(today.toString()) + " AS day");
        codes(session);
        session.execute(report.sql());
        List<Path> made = new ArrayList<>();
        List<OutputManifest.Table> controlled = new ArrayList<>();
        String start = report.useCase() + "_" + dataset + "_";
        for (String output : report.outputs()) {
            Optional<Disclosure> rule = disclosure(dataset, output);
            String query = rule.isEmpty()
                    ? "SELECT * FROM " + Session.name(output)
                    : controlled(session, output, rule.get(), controlled);
            if (report.filesBy().isEmpty()) {
                write(session, query, folder.resolve(start + output), made);
            } else {
                String column = Session.name(report.filesBy().get());
                for (String value : values(session, query, column)) {
                    String part = "SELECT * FROM (" + query + ") WHERE CAST(" + column + " AS VARCHAR) = " + Session.text(value);
                    write(session, part, folder.resolve(start + value + "_" + output), made);
                }
            }
        }
        return new Made(made, controlled);
    }

    private Optional<Disclosure> disclosure(String dataset, String output) {
        return datasets.stream()
                .filter(one -> one.id().value().equals(dataset))
                .flatMap(one -> one.useCase(report.useCase()).stream())
                .findFirst()
                .flatMap(useCase -> useCase.disclosureOf(output));
    }

    private static String controlled(
            Session session, String output, Disclosure rule, List<OutputManifest.Table> accounts) {
        DisclosureControl control = new DisclosureControl(output, rule);
        Suppression suppression = control.decideOver(session, output);
        long rows = suppression.rowsIn() - suppression.rowsRemoved();
        control.prove(session, suppression.query(), rows);
        accounts.add(new OutputManifest.Table(output, rows, suppression.rowsRemoved(), suppression.taken()));
        return suppression.query();
    }

    private static void write(Session session, String query, Path name, List<Path> made) {
        Path csv = Path.of(name + ".csv");
        Path parquet = Path.of(name + ".parquet");
        session.copyToCsv(query, csv);
        session.copyToParquet(query, parquet);
        made.add(csv);
        made.add(parquet);
    }

    /// The values of the column that parts an output into files.
    /// @throws UnfitFileName when one cannot stand in the name of a file, a blank included
    private List<String> values(Session session, String query, String column) {
        List<String> values = session.query(
                "SELECT DISTINCT CAST(" + column + " AS VARCHAR) AS value FROM (" + query + ") ORDER BY value",
                row -> row.text(1));
        if (!values.stream().allMatch(value -> FILE_PART.matcher(value).matches())) {
            throw new UnfitFileName(report.name(), report.filesBy().orElseThrow());
        }
        return values;
    }

    /// The columns that an output of this table would have, all blank.
    private String columns(Needed needed) {
        List<String> names = datasets.stream()
                .filter(dataset -> dataset.id().equals(needed.dataset()))
                .flatMap(dataset -> dataset.useCase(report.useCase()).stream())
                .flatMap(useCase -> useCase.table(needed.table()).stream())
                .flatMap(rule -> rule.fields().stream())
                .map(UseCase.FieldRule::field)
                .map(field -> "CAST(NULL AS " + type(needed, field.value()) + ") AS " + Session.name(field.value()))
                .toList();
        return names.isEmpty() ? "NULL AS nothing" : String.join(", ", names);
    }

    private String type(Needed needed, String field) {
        return datasets.stream()
                .filter(dataset -> dataset.id().equals(needed.dataset()))
                .flatMap(dataset -> dataset.versions().reversed().stream())
                .flatMap(version -> version.table(new TableName(needed.table().value())).stream())
                .flatMap(table -> table.fields().stream())
                .filter(one -> one.name().matches(field))
                .findFirst()
                .map(Field::type)
                .map(ReportRun::sqlType)
                .orElse("VARCHAR");
    }

    private static String sqlType(FieldType type) {
        return switch (type) {
            case FieldType.Whole _, FieldType.Age _ -> "BIGINT";
            case FieldType.Decimal _ -> "DOUBLE";
            case FieldType.Date _ -> "DATE";
            case FieldType.Bool _ -> "BOOLEAN";
            case FieldType.Text _, FieldType.Postcode _, FieldType.Matching _, FieldType.Time _, FieldType.Category _ -> "VARCHAR";
        };
    }

    private void codes(Session session) {
        session.execute("CREATE TABLE codes (dataset VARCHAR, list VARCHAR, code VARCHAR, meaning VARCHAR, place INTEGER)");
        List<String> rows = new ArrayList<>();
        for (Dataset dataset : datasets) {
            boolean isRead = report.needs().stream().anyMatch(needed -> needed.dataset().equals(dataset.id()))
                    || report.may().stream().anyMatch(needed -> needed.dataset().equals(dataset.id()));
            if (isRead) {
                lists(dataset).forEach((list, codes) -> {
                    int place = 0;
                    for (Map.Entry<String, String> code : codes.entrySet()) {
                        rows.add("(" + Session.text(dataset.id().value()) + ", " + Session.text(list) + ", "
                                + Session.text(code.getKey()) + ", " + Session.text(code.getValue()) + ", " + ++place + ")");
                    }
                });
            }
        }
        if (!rows.isEmpty()) {
            session.execute("INSERT INTO codes VALUES " + String.join(", ", rows));
        }
    }

    /// The codes of every version by list, in the order of the latest, then those that only earlier ones have.
    private static Map<String, Map<String, String>> lists(Dataset dataset) {
        Map<String, Map<String, String>> lists = new LinkedHashMap<>();
        for (Specification version : dataset.versions().reversed()) {
            version.tables().stream().flatMap(table -> table.fields().stream()).map(Field::type).forEach(type -> {
                if (type instanceof FieldType.Category(String name, List<Code> codes) && !name.isEmpty()) {
                    Map<String, String> known = lists.computeIfAbsent(name, _ -> new LinkedHashMap<>());
                    codes.forEach(code -> known.putIfAbsent(code.code(), code.meaning()));
                }
            });
        }
        return lists;
    }
}
