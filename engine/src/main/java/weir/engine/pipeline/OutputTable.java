package weir.engine.pipeline;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

import weir.engine.compare.Submitted;
import weir.engine.dataset.Period;
import weir.engine.dataset.Table;
import weir.engine.dataset.UseCase;
import weir.engine.enrich.Provenance;
import weir.engine.format.CsvEncoder;
import weir.engine.format.TableWriter.Column;
import weir.engine.organisation.Organisation;
import weir.engine.protect.Protector;
import weir.engine.recognise.RetentionWindow;
import weir.engine.record.Row;
import weir.engine.record.Value;
import weir.engine.record.WholeNumberText;
import weir.engine.repair.Repair;
import weir.engine.repair.Repair.Mended;

/// Makes the output of one table for one use case from merged rows: retention, repair, enrich, protect, write. Nothing
/// of another use case is in it. For one thread.
final class OutputTable implements Closeable {

    /// A person with more rows than this is repaired in pieces, so that memory has a bound.
    private static final int PERSON_ROWS = 100_000;

    private static final int BATCH = 1_024;

    private final UseCase useCase;
    private final Table table;
    private final Organisation organisation;
    private final RetentionWindow window;
    private final Optional<Repair> repair;
    private final int latestYear;
    private final IntFunction<String> partOfSource;
    private final RowTreatment treatment;
    private final TableFiles files;
    private final Optional<LineageWriter> lineage;
    private final CsvEncoder encoder = new CsvEncoder();
    private List<Row> written = new ArrayList<>(BATCH);
    private final List<Submitted> person = new ArrayList<>();
    private long kept;
    private long outside;
    private long removed;
    private long repairedAway;

    OutputTable(
            UseCase useCase,
            UseCase.TableRule rule,
            Table table,
            Organisation organisation,
            RetentionWindow window,
            int latestYear,
            IntFunction<String> partOfSource,
            Protector protector,
            Opening opening,
            Optional<LineageWriter> lineage)
            throws IOException {
        this.useCase = useCase;
        this.table = table;
        this.organisation = organisation;
        this.window = window;
        this.latestYear = latestYear;
        this.partOfSource = partOfSource;
        this.repair = Repair.named(table.repair(), table);
        this.treatment = new RowTreatment(rule, table, repair, protector);
        this.lineage = lineage;
        this.files = opening.open(treatment.columns());
    }

    /// Opens the files once their columns are known.
    @FunctionalInterface
    interface Opening {
        TableFiles open(List<Column> columns) throws IOException;
    }

    void take(List<Submitted> rows) throws IOException {
        for (Submitted row : rows) {
            if (!window.contains(row.period().year())) {
                outside++;
            } else if (repair.isEmpty()) {
                write(row.row(), row.period(), row.source());
            } else {
                if (!person.isEmpty() && (!isSamePerson(person.getLast(), row) || person.size() >= PERSON_ROWS)) {
                    mendPerson(repair.get());
                }
                person.add(row);
            }
        }
    }

    private boolean isSamePerson(Submitted a, Submitted b) {
        int field = repair.orElseThrow().person();
        Value first = a.row().value(field);
        Value second = b.row().value(field);
        return !first.isBlank()
                && !second.isBlank()
                && (first.equals(second)
                        || WholeNumberText.of(first.text()).equals(WholeNumberText.of(second.text())));
    }

    private void mendPerson(Repair by) throws IOException {
        List<Mended> rows = person.stream().map(row -> new Mended(row.row(), row.period().year(), row.source())).toList();
        List<Mended> mended = by.mend(rows, latestYear);
        repairedAway += rows.size() - mended.size();
        person.clear();
        for (Mended row : mended) {
            write(row.row(), Period.ofYear(row.year()), row.source());
        }
    }

    private void write(Row row, Period period, int source) throws IOException {
        Provenance provenance = new Provenance(organisation, period, partOfSource.apply(source));
        Optional<Row> treated = treatment.treat(row, provenance);
        if (treated.isEmpty()) {
            removed++;
            return;
        }
        kept++;
        if (lineage.isPresent()) {
            lineage.get().add(source, row.number());
        }
        encoder.put(treated.get());
        written.add(treated.get());
        if (written.size() >= BATCH) {
            flush();
        }
    }

    private void flush() throws IOException {
        if (!written.isEmpty()) {
            files.write(encoder.takeBytes(), written);
            written = new ArrayList<>(BATCH);
        }
    }

    /// What was made of a table for a use case.
    ///
    /// @param columns the names of the output's columns
    record Made(UseCase useCase, Table table, List<Column> columns, Conservation account) {}

    /// Writes what is left and closes the files.
    ///
    /// @param in     rows that were cleaned
    /// @param merged rows that were merged before they came here
    Made finish(long in, long merged) throws IOException {
        if (repair.isPresent() && !person.isEmpty()) {
            mendPerson(repair.get());
        }
        flush();
        files.finish();
        if (lineage.isPresent()) {
            lineage.get().finish();
        }
        Conservation account = new Conservation(
                useCase.name() + " " + table.name(), in, kept, outside + removed, merged + repairedAway);
        return new Made(useCase, table, treatment.columns(), account);
    }

    static String nameOf(UseCase useCase, String dataset, Table table) {
        return useCase.name() + "_" + dataset + "_" + table.name();
    }

    @Override
    public void close() throws IOException {
        try {
            files.close();
        } finally {
            if (lineage.isPresent()) {
                lineage.get().close();
            }
        }
    }
}
