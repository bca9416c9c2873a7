package weir.engine.pipeline;

import java.util.Optional;

import weir.engine.dataset.DatasetId;
import weir.engine.dataset.Period;
import weir.engine.dataset.TableName;
import weir.engine.format.DelimitedReader;

/// What the sender said of a file. What was not said is told from the path and the header.
public record Stated(
        Optional<DatasetId> dataset,
        Optional<TableName> table,
        Optional<Period> period,
        DelimitedReader.Stated text) {

    public static final Stated NOTHING =
            new Stated(Optional.empty(), Optional.empty(), Optional.empty(), DelimitedReader.Stated.NOTHING);

    /// The same with another period.
    Stated withPeriod(Optional<Period> other) {
        return new Stated(dataset, table, other, text);
    }
}
