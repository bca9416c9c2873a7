package weir.app.handin;

import java.util.function.Supplier;

import weir.app.serve.Surroundings;
import weir.engine.dataset.Datasets;
import weir.engine.organisation.Organisations;

/// What every command needs that hands in or asks what became of it; each is read when it is first needed.
///
/// @param datasets      the published datasets
/// @param organisations who may hand in
/// @param surroundings  the process's clock and randomness
public record Doors(
        Supplier<Datasets> datasets, Supplier<Organisations> organisations, Supplier<Surroundings> surroundings) {}
