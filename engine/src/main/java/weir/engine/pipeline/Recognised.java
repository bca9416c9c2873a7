package weir.engine.pipeline;

import weir.engine.dataset.Dataset;
import weir.engine.dataset.Period;
import weir.engine.dataset.Specification;
import weir.engine.dataset.Table;
import weir.engine.recognise.HeaderMatch;

/// What one table of a file turned out to be.
///
/// @param source the number of the file in the run, counted from 0
/// @param file   the file's name
/// @param part   what tells it from other returns of the organisation and period, as in `acad`; empty when nothing does
/// @param match  how its columns fit the table's fields
public record Recognised(
        int source, String file, Dataset dataset, Specification specification, Period period, String part, HeaderMatch match) {

    /// The same for another table of the file.
    Recognised of(HeaderMatch other) {
        return new Recognised(source, file, dataset, specification, period, part, other);
    }

    public Table table() {
        return match.table();
    }
}
