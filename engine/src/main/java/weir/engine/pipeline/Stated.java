package weir.engine.pipeline;

import java.util.Optional;

import weir.engine.dataset.DatasetId;
import weir.engine.dataset.Period;
import weir.engine.dataset.TableName;
import weir.engine.format.DelimitedReader;
import weir.engine.organisation.Organisation;

/// What the sender said of a file. What was not said is told from the path and the header.
///
/// @param sender who hands it in, where that is known; a header that names another is told
public record Stated(
        Optional<DatasetId> dataset,
        Optional<TableName> table,
        Optional<Period> period,
        DelimitedReader.Stated text,
        Optional<Organisation> sender) {

    public static final Stated NOTHING =
            new Stated(Optional.empty(), Optional.empty(), Optional.empty(), DelimitedReader.Stated.NOTHING);

    /// Of nobody that is known.
    public Stated(
            Optional<DatasetId> dataset, Optional<TableName> table, Optional<Period> period, DelimitedReader.Stated text) {
        this(dataset, table, period, text, Optional.empty());
    }

    /// The same of a sender.
    public Stated by(Organisation organisation) {
        return new Stated(dataset, table, period, text, Optional.of(organisation));
    }

    /// The same with another period.
    Stated withPeriod(Optional<Period> other) {
        return new Stated(dataset, table, other, text, sender);
    }
}
