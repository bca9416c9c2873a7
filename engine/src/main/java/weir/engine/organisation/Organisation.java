package weir.engine.organisation;

/// An organisation that hands data in.
///
/// @param code its short code
/// @param name its name as outputs show it
public record Organisation(OrganisationCode code, String name) {}
