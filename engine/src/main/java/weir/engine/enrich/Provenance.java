package weir.engine.enrich;

import weir.engine.dataset.Period;
import weir.engine.organisation.Organisation;

/// Who handed a row in, and for when.
public record Provenance(Organisation organisation, Period period) {}
