package weir.platform.access.signon;

import java.util.Set;

import weir.platform.access.Grant;

/// A person the provider vouches for.
///
/// @param grants by the person's groups; may be none
/// @param next   the local path to go to
public record SignedOn(String name, Set<Grant> grants, String next) {

    public SignedOn {
        grants = Set.copyOf(grants);
    }
}
