package weir.engine.generate;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

import weir.engine.dataset.Dataset;
import weir.engine.dataset.Layout;
import weir.engine.dataset.Part;
import weir.engine.dataset.Period;
import weir.engine.dataset.Period.Term;
import weir.engine.dataset.Specification;
import weir.engine.dataset.Table;
import weir.engine.format.FormWriter;

/// Makes up returns of any dataset from its specification: rows that every rule of a field accepts, with no story behind
/// them (but for children in need), and faults planted on request.
///
/// A table in rows is a CSV file in UTF-8 with as many rows as the request has children; a vertical table is a workbook for
/// each child. A dataset that is handed in as XML gives one file a year, without faults. Everything streams. For one thread; the same request gives the same cells.
public final class DatasetGenerator {

    /// The month of made-up returns by month: the last of a quarter and of a year.
    private static final int MONTH = 12;

    private final Dataset dataset;
    private final Request request;

    public DatasetGenerator(Dataset dataset, Request request) {
        this.dataset = dataset;
        this.request = request;
    }

    /// Writes a folder per year with a file per table, and `planted.csv` beside them when faults were asked for. Years and
    /// terms without a specification are left out.
    ///
    /// @param folder made when it is missing
    /// @throws IOException when a file cannot be written; those begun stay
    public Written write(Path folder) throws IOException {
        Files.createDirectories(folder);
        if (request.faultRate() == 0) {
            return write(folder, Ledger.none());
        }
        try (LedgerFile ledger = new LedgerFile(folder)) {
            return write(folder, ledger);
        }
    }

    private Written write(Path folder, Ledger ledger) throws IOException {
        if (dataset.xml().isPresent()) {
            return new XmlReturns(dataset, request, this::cells).write(folder, periods());
        }
        CountedLedger counted = new CountedLedger(ledger);
        FaultPlanter planter = new FaultPlanter(request);
        int files = 0;
        long rows = 0;
        long bytes = 0;
        for (Period period : periods()) {
            Specification specification = dataset.specification(period).orElseThrow();
            for (Table table : specification.tables()) {
                Written written = table.layout() instanceof Layout.Vertical vertical
                        ? forms(folder, table, vertical, period)
                        : rows(folder, table, period, planter, counted);
                files += written.files();
                rows += written.rows();
                bytes += written.bytes();
            }
        }
        return new Written(files, rows, bytes, counted.count());
    }

    private List<Period> periods() {
        List<Period> periods = new ArrayList<>();
        for (int year = request.firstYear(); year <= request.lastYear(); year++) {
            switch (dataset.periodKind()) {
                case NONE, YEAR -> periods.add(Period.ofYear(year));
                case MONTH -> periods.add(Period.ofMonth(year, MONTH));
                case TERM -> {
                    for (Term term : Term.values()) {
                        periods.add(Period.ofTerm(year, term));
                    }
                }
            }
        }
        return periods.stream().filter(period -> dataset.specification(period).isPresent()).toList();
    }

    private Written rows(Path folder, Table table, Period period, FaultPlanter planter, Ledger ledger)
            throws IOException {
        String part = dataset.part().kind() == Part.Kind.SCHOOL_TYPE ? "_la" : "";
        String name = period.year() + "/" + dataset.id() + "_" + words(period) + part + "_" + table.name() + ".csv";
        Path path = folder.resolve(name);
        Files.createDirectories(folder.resolve(Integer.toString(period.year())));
        MadeUpCells cells = cells(table, period);
        try (MadeUpFile file = MadeUpFile.open(path, name, table, planter, request, ledger)) {
            for (int i = 0; i < request.children(); i++) {
                file.write(cells.row(i));
            }
            return file.written();
        }
    }

    private Written forms(Path folder, Table table, Layout.Vertical form, Period period) throws IOException {
        MadeUpCells cells = cells(table, period);
        Path year = Files.createDirectories(folder.resolve(Integer.toString(period.year())));
        long bytes = 0;
        for (int i = 0; i < request.children(); i++) {
            String name = "a" + (100_000 + i) + "_" + form.fileName() + "_" + words(period) + ".xlsx";
            form(year.resolve(name), form.sheet(), table, cells.row(i));
            bytes += Files.size(year.resolve(name));
        }
        return new Written(request.children(), request.children(), bytes, 0);
    }

    private static void form(Path path, String sheet, Table table, List<String> values) throws IOException {
        try (OutputStream out = Files.newOutputStream(path)) {
            FormWriter.write(out, sheet, table.fields().stream().map(field -> field.name().value()).toList(), values);
        }
    }

    private MadeUpCells cells(Table table, Period period) {
        long seed = StoryTeller.seed(request) * 31 + (dataset.id() + " " + table.name() + " " + period).hashCode();
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        return new MadeUpCells(table, period.year(), request.mark(), random);
    }

    /// The period as a path says it: `2024`, `2024_dec` or `2024_autumn`.
    private static String words(Period period) {
        if (period.month().isPresent()) {
            return period.year() + "_" + Month.of(period.month().getAsInt()).name().substring(0, 3).toLowerCase(Locale.ROOT);
        }
        return period.term().map(term -> period.year() + "_" + term.word()).orElseGet(() -> Integer.toString(period.year()));
    }
}
