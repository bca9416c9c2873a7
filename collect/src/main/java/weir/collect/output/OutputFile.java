package weir.collect.output;

import weir.engine.organisation.OrganisationCode;

/// One published file.
///
/// @param path   its name within the use case: `PAN_ssda903_episodes.csv`
/// @param object its key among the objects
/// @param sha256 of its bytes, hexadecimal
public record OutputFile(OrganisationCode organisation, String useCase, String path, String object, long bytes, String sha256) {}
