package weir.app.schema;

import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import weir.app.terminal.Exit;
import weir.engine.dataset.Dataset;
import weir.engine.dataset.DatasetId;
import weir.engine.dataset.Datasets;
import weir.engine.dataset.FaultySpecification;
import weir.engine.dataset.MissingDatasets;
import weir.engine.dataset.Period;
import weir.engine.dataset.Specification;
import weir.engine.yaml.Nearest;

/// Finds what the words of a command line name: a dataset, and the specification of a year.
///
/// A word that names nothing is wrong use (exit code 2) and says which was perhaps meant.
public final class DatasetChoice {

    private final Supplier<Datasets> datasets;
    private final CommandLine command;

    public DatasetChoice(Supplier<Datasets> datasets, CommandLine command) {
        this.datasets = datasets;
        this.command = command;
    }

    /// Runs a command's work. A faulty specification ends with exit code 2, datasets that cannot be read with 3; both are
    /// told on the error stream.
    public int run(IntSupplier work) {
        try {
            return work.getAsInt();
        } catch (FaultySpecification e) {
            command.getErr().println(e.getMessage());
            return Exit.USAGE;
        } catch (MissingDatasets e) {
            command.getErr().println(e.getMessage());
        } catch (UncheckedIOException e) {
            command.getErr().println("The datasets could not be read: " + e.getMessage() + ".");
        }
        return Exit.OUTSIDE;
    }

    public Datasets datasets() {
        return datasets.get();
    }

    public Dataset dataset(String name) {
        return find(name).orElseThrow(() -> {
            var known = datasets().ids().stream().map(DatasetId::value).toList();
            return wrong("There is no dataset '" + name + "'; known are " + String.join(", ", known) + "."
                    + Nearest.question(name, known));
        });
    }

    /// @param year as in `2020`, `2020-12` or `2020-autumn`; empty for the latest
    public Specification specification(Dataset dataset, String year) {
        if (year.isEmpty()) {
            return dataset.latest();
        }
        Period period = Period.parse(year)
                .orElseThrow(() -> wrong("'" + year + "' is not a year: write it as in 2020, 2020-12 or 2020-autumn."));
        boolean lacksTerm = dataset.periodKind() == Period.Kind.TERM && period.term().isEmpty();
        return dataset.specification(period)
                .orElseThrow(() -> wrong(lacksTerm
                        ? "The rules of " + dataset.id() + " differ by term: write the year with its term, as in " + year + "-autumn."
                        : "The rules of " + dataset.id() + " begin with " + dataset.versions().getFirst().since()
                                + ": choose a later year than " + year + "."));
    }

    public ParameterException wrong(String sentence) {
        return new ParameterException(command, sentence);
    }

    private Optional<Dataset> find(String name) {
        try {
            return datasets().find(new DatasetId(name));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
