package weir.app.terminal;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import weir.engine.dataset.DatasetId;
import weir.engine.dataset.Datasets;
import weir.engine.dataset.Period;
import weir.engine.dataset.TableName;
import weir.engine.format.DelimitedReader;
import weir.engine.pipeline.Stated;
import weir.engine.yaml.Nearest;

/// What a person may say of files instead of leaving it to be found.
public final class InputOptions {

    @Option(names = "--dataset", paramLabel = "NAME", description = "The dataset, as in ssda903. Default: told by the columns.")
    private @Nullable String dataset;

    @Option(names = "--table", paramLabel = "NAME", description = "The table, as in episodes. Default: told by the columns.")
    private @Nullable String table;

    @Option(
            names = "--year",
            paramLabel = "YEAR",
            description = "The year of the return, a financial year by its end: 2020 for 2019-20. Default: told by the folder or the name.")
    private @Nullable String year;

    @Option(names = "--encoding", paramLabel = "NAME", description = "The character encoding. Default: told by the text.")
    private @Nullable String encoding;

    @Option(names = "--delimiter", paramLabel = "CHAR", description = "What stands between cells. Default: told by the first row.")
    private @Nullable Character delimiter;

    /// @throws WrongUse when an option is not of its form, or names a dataset or table that there is not
    public Stated stated(Datasets datasets) {
        Optional<DatasetId> named = Optional.ofNullable(dataset).map(InputOptions::datasetId);
        named.ifPresent(id -> requireKnown("dataset", id.value(), datasets.ids().stream().map(DatasetId::value).toList()));
        if (table != null) {
            requireKnown("table", table, tablesOf(datasets, named));
        }
        return new Stated(
                named,
                Optional.ofNullable(table).map(InputOptions::tableName),
                Optional.ofNullable(year).map(InputOptions::period),
                new DelimitedReader.Stated(Optional.ofNullable(encoding).map(InputOptions::charset), Optional.ofNullable(delimiter)));
    }

    private static List<String> tablesOf(Datasets datasets, Optional<DatasetId> named) {
        return datasets.all().stream()
                .filter(one -> named.isEmpty() || named.get().equals(one.id()))
                .flatMap(one -> one.tableNames().stream())
                .map(TableName::value)
                .toList();
    }

    private static void requireKnown(String kind, String name, List<String> known) {
        if (known.stream().noneMatch(name::equalsIgnoreCase)) {
            throw new WrongUse("There is no " + kind + " " + name + ": there are " + String.join(", ", known) + "."
                    + Nearest.question(name, known));
        }
    }

    private static DatasetId datasetId(String text) {
        try {
            return new DatasetId(text);
        } catch (IllegalArgumentException e) {
            throw new WrongUse("--dataset: " + e.getMessage());
        }
    }

    private static TableName tableName(String text) {
        try {
            return new TableName(text);
        } catch (IllegalArgumentException e) {
            throw new WrongUse("--table: " + e.getMessage());
        }
    }

    private static Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new WrongUse("--encoding must be an encoding like UTF-8 or windows-1252.");
        }
    }

    private static Period period(String text) {
        return Period.parse(text)
                .orElseThrow(() -> new WrongUse("--year must be a year like 2020, 2020-12 or 2020-autumn."));
    }
}
