package weir.engine.dataset;

import java.util.List;
import java.util.Optional;

/// A report that is made from the outputs of a use case: one SQL file, with its rule in words.
///
/// @param name    its file's name without the ending, as in `referrals`
/// @param title   what it shows, in words
/// @param rule    how it is made, in words
/// @param useCase the use case whose outputs it is made from, and which receives it
/// @param needs   the tables it reads, as in `cin.cin`; without one of them it cannot be made
/// @param may     further tables it reads when they are there; empty ones stand for those that are not
/// @param outputs the names of the tables or views that its SQL makes and that are published, each as
///                `{USECASE}_{dataset}_{name}`
/// @param filesBy the column whose values part each output into a file of its own, published as
///                `{USECASE}_{dataset}_{value}_{name}`; empty when an output is one file
/// @param sql     DuckDB's SQL; a table `cin.cin` is the view `cin_cin`
public record Report(
        String name,
        String title,
        String rule,
        UseCaseName useCase,
        List<Needed> needs,
        List<Needed> may,
        List<String> outputs,
        Optional<String> filesBy,
        String sql) {

    public Report {
        needs = List.copyOf(needs);
        may = List.copyOf(may);
        outputs = List.copyOf(outputs);
    }

    /// A table of a dataset.
    public record Needed(DatasetId dataset, TableName table) {

        /// The name of its view.
        public String view() {
            return dataset.value() + "_" + table.value();
        }

        @Override
        public String toString() {
            return dataset + "." + table;
        }
    }
}
