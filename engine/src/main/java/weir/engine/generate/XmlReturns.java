package weir.engine.generate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

import weir.engine.dataset.Dataset;
import weir.engine.dataset.FieldType;
import weir.engine.dataset.Period;
import weir.engine.dataset.RecordShape;
import weir.engine.dataset.Table;

/// Makes up the returns of a dataset that is handed in as XML: one file for each year. Children in need have a story that
/// runs through the years; of other datasets each record stands alone. Everything streams. For one thread.
final class XmlReturns {

    private static final String STORIES = "cin";

    private final Dataset dataset;
    private final Request request;
    private final BiFunction<Table, Period, MadeUpCells> cells;

    /// @param cells make up the cells of a table of a period
    XmlReturns(Dataset dataset, Request request, BiFunction<Table, Period, MadeUpCells> cells) {
        this.dataset = dataset;
        this.request = request;
        this.cells = cells;
    }

    /// @param folder gets `{year}/{dataset}_{year}.xml`
    Written write(Path folder, List<Period> periods) throws IOException {
        List<XmlReturnFile> files = new ArrayList<>();
        try {
            for (Period period : periods) {
                files.add(open(folder, period));
            }
            if (dataset.id().value().equals(STORIES)) {
                stories(files, periods);
            } else {
                for (int i = 0; i < files.size(); i++) {
                    records(files.get(i), periods.get(i));
                }
            }
        } finally {
            for (XmlReturnFile file : files) {
                file.close();
            }
        }
        return sum(files);
    }

    private XmlReturnFile open(Path folder, Period period) throws IOException {
        String name = period.year() + "/" + dataset.id() + "_" + period.year() + ".xml";
        Files.createDirectories(folder.resolve(Integer.toString(period.year())));
        Table header = dataset.xml().orElseThrow().header();
        return XmlReturnFile.open(folder.resolve(name), dataset, period.year(), cells.apply(header, period));
    }

    private void stories(List<XmlReturnFile> files, List<Period> periods) throws IOException {
        List<CinReturn> returns = new ArrayList<>();
        List<FinancialYear> years = periods.stream().map(period -> FinancialYear.of(period.year())).toList();
        for (int i = 0; i < files.size(); i++) {
            Table table = dataset.specification(periods.get(i)).orElseThrow().tables().getFirst();
            files.get(i).table(table.shape().orElseThrow());
            returns.add(new CinReturn(years.get(i), files.get(i).xml()));
        }
        CinTeller teller = new CinTeller(request, years);
        for (int child = 0; child < request.children(); child++) {
            CinChild told = teller.next();
            for (CinReturn each : returns) {
                each.write(told);
            }
        }
        for (int i = 0; i < files.size(); i++) {
            files.get(i).add(returns.get(i).events());
        }
    }

    private void records(XmlReturnFile file, Period period) throws IOException {
        for (Table table : dataset.specification(period).orElseThrow().tables()) {
            RecordShape shape = table.shape().orElseThrow();
            RecordTree tree = new RecordTree(table, shape);
            MadeUpCells made = cells.apply(table, period);
            file.table(shape);
            int records = isOfTheWhole(table) ? 1 : request.children();
            for (int i = 0; i < records; i++) {
                file.add(tree.write(file.xml(), made.row(i)));
            }
        }
    }

    /// Whether a table speaks of the organisation as a whole, once: it holds nothing but numbers.
    private static boolean isOfTheWhole(Table table) {
        return table.fields().stream()
                .allMatch(field -> field.type() instanceof FieldType.Whole || field.type() instanceof FieldType.Decimal);
    }

    private static Written sum(List<XmlReturnFile> files) throws IOException {
        long rows = 0;
        long bytes = 0;
        for (XmlReturnFile file : files) {
            rows += file.written().rows();
            bytes += file.written().bytes();
        }
        return new Written(files.size(), rows, bytes, 0);
    }
}
