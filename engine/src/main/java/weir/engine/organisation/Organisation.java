package weir.engine.organisation;

/// An organisation that hands data in.
///
/// @param code its short code
/// @param name   its name as outputs show it
/// @param number its number with the Department for Education, as it stands in the headers of XML returns; empty when it is
///               not known
public record Organisation(OrganisationCode code, String name, String number) {

    /// One whose number is not known.
    public Organisation(OrganisationCode code, String name) {
        this(code, name, "");
    }
}
