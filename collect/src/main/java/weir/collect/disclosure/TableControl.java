package weir.collect.disclosure;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import weir.engine.dataset.Disclosure;
import weir.engine.pipeline.Suppressed;
import weir.platform.analysis.Analysis;
import weir.platform.analysis.Session;

/// Controls a table that is made of fragments, as CSV and as Parquet. Safe for many threads.
public final class TableControl {

    private final Analysis analysis;

    public TableControl(Analysis analysis) {
        this.analysis = analysis;
    }

    /// A part of the table.
    ///
    /// @param parquet a file
    /// @param csvs    the same rows in the same order, in one or several files; none when there is no CSV
    public record Fragment(Path parquet, List<Opening> csvs) {

        public Fragment {
            csvs = List.copyOf(csvs);
        }
    }

    /// Opens a file.
    @FunctionalInterface
    public interface Opening {

        InputStream open() throws IOException;
    }

    /// Where the files go, and what they are called.
    ///
    /// @param output    in messages and accounts
    /// @param folder    gets `NAME.csv` or its parts, and `NAME.parquet`; other files in it are working files
    /// @param partBytes the size at which CSV goes on in another part
    public record Target(String output, Path folder, String name, long partBytes) {}

    /// What became of a table.
    ///
    /// @param taken  what was taken, rule by rule
    /// @param files  the new files, when anything was taken; else the fragments may leave as they are
    public record Controlled(List<Suppressed> taken, Optional<NewFiles> files) {

        public Controlled {
            taken = List.copyOf(taken);
        }
    }

    /// The files of a controlled table.
    public record NewFiles(List<Path> csvs, Path parquet) {

        public NewFiles {
            csvs = List.copyOf(csvs);
        }
    }

    /// @throws DisclosureFailed when the control cannot be done
    /// @throws weir.platform.analysis.AnalysisFailed when a statement fails
    public Controlled control(List<Fragment> fragments, Disclosure rule, Target target) throws IOException {
        Files.createDirectories(target.folder());
        List<Path> parquets = fragments.stream().map(Fragment::parquet).toList();
        return analysis.run(session -> {
            DisclosureControl control = new DisclosureControl(target.output(), rule);
            Suppression suppression = control.decide(session, parquets);
            if (suppression.isNothing()) {
                return new Controlled(suppression.taken(), Optional.empty());
            }
            long rowsLeft = suppression.rowsIn() - suppression.rowsRemoved();
            Path parquet = target.folder().resolve(target.name() + ".parquet");
            session.copyToParquet(suppression.query(), parquet);
            control.prove(session, "SELECT * FROM " + Session.parquet(List.of(parquet)), rowsLeft);
            List<Path> csvs = writeCsv(fragments, suppression, rowsLeft, target);
            return new Controlled(suppression.taken(), Optional.of(new NewFiles(csvs, parquet)));
        });
    }

    private static List<Path> writeCsv(List<Fragment> fragments, Suppression suppression, long rowsLeft, Target target)
            throws IOException {
        if (fragments.stream().allMatch(fragment -> fragment.csvs().isEmpty())) {
            return List.of();
        }
        Path places = target.folder().resolve(target.name() + ".places");
        suppression.writePlaces(places);
        List<String> header = header(fragments);
        try (CsvSuppression csv = new CsvSuppression(
                target.output(), suppression.fields(), places, header, target.folder(), target.name(), target.partBytes())) {
            for (int i = 0; i < fragments.size(); i++) {
                csv.begin(i);
                for (Opening file : fragments.get(i).csvs()) {
                    try (InputStream in = file.open()) {
                        csv.add(in);
                    }
                }
            }
            return csv.finish(rowsLeft);
        } finally {
            Files.delete(places);
        }
    }

    private static List<String> header(List<Fragment> fragments) throws IOException {
        Opening first = fragments.stream().flatMap(fragment -> fragment.csvs().stream()).findFirst().orElseThrow();
        try (InputStream in = first.open()) {
            CsvRecords records = new CsvRecords(in);
            return records.next() ? records.texts() : List.of();
        }
    }
}
