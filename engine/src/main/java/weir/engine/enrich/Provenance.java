package weir.engine.enrich;

import weir.engine.dataset.Period;
import weir.engine.organisation.Organisation;

/// Who handed a row in, and for when.
///
/// @param part what part of the whole the return is, as in `acad`; empty when it is whole
public record Provenance(Organisation organisation, Period period, String part) {}
