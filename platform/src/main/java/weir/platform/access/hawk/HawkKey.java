package weir.platform.access.hawk;

import java.util.Set;

import weir.engine.organisation.OrganisationCode;
import weir.platform.access.HawkScope;
import weir.platform.secret.Secret;

/// A key that requests are signed with.
///
/// @param scopes names of what it opens, or `*`
public record HawkKey(String id, Secret key, OrganisationCode organisation, Set<String> scopes) {

    public HawkKey {
        scopes = Set.copyOf(scopes);
    }

    public boolean opens(HawkScope scope) {
        return scopes.contains(HawkScope.ALL) || scopes.contains(scope.name());
    }
}
