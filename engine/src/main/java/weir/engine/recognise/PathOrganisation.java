package weir.engine.recognise;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import weir.engine.organisation.OrganisationCode;

/// Finds the organisation in the name of a folder, which ends in a hyphen and the organisation's code:
/// `Fons-a821f-Cambridgeshire-873`.
public final class PathOrganisation {

    private static final Pattern END = Pattern.compile("-([A-Za-z]{3}|\\d{3})$");

    private PathOrganisation() {}

    /// @param folderName the name of one folder, without what stands above it
    public static Optional<OrganisationCode> find(String folderName) {
        Matcher matcher = END.matcher(folderName);
        return matcher.find() ? Optional.of(new OrganisationCode(matcher.group(1))) : Optional.empty();
    }
}
