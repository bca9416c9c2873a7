package weir.engine.organisation;

import java.util.regex.Pattern;

/// The short code of an organisation, as in `BAR` or `873`.
public record OrganisationCode(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9]{1,16}");

    public OrganisationCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("An organisation code is 1 to 16 letters and digits.");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
