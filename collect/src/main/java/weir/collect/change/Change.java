package weir.collect.change;

import weir.engine.organisation.OrganisationCode;

/// The state of an organisation's live tables of a dataset.
///
/// @param version grows with each change
/// @param erased  what was made of an earlier version holds what must not leave any more
public record Change(OrganisationCode organisation, String dataset, long version, long erased) {}
