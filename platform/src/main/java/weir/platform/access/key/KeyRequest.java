package weir.platform.access.key;

import java.time.Duration;
import java.util.Optional;

import weir.engine.organisation.OrganisationCode;

/// What a key to be made is for.
///
/// @param by           who makes it
/// @param organisation whose program will hold it
/// @param description  what it is for, in the maker's words
/// @param lasts        how long it holds; empty for until it is revoked
public record KeyRequest(String by, OrganisationCode organisation, String description, Optional<Duration> lasts) {

    private static final int LONGEST_DESCRIPTION = 200;

    public KeyRequest {
        if (description.length() > LONGEST_DESCRIPTION) {
            throw new KeyRefused("The description of a key has at most 200 characters.");
        }
        if (lasts.isPresent() && !lasts.get().isPositive()) {
            throw new KeyRefused("A key lasts for some time, or until it is revoked.");
        }
    }
}
