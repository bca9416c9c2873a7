package weir.platform.access.signon;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import weir.platform.secret.Secret;

/// The OpenID Connect provider people sign on at.
///
/// @param issuer       as its tokens name it; its discovery document is beneath it
/// @param clientId     what it knows this service as
/// @param clientSecret empty for a public client, which PKCE alone protects
/// @param scopes       what is asked for besides `openid`
/// @param nameClaim    the claim a person is known by here: one that never changes hands, such as `sub` or a login name
/// @param groupsClaim  the claim with the groups of a person
/// @param roles        the grants each group has, written as `uploader:YORK`; who is in no such group is not let in
public record OpenIdSettings(
        URI issuer, String clientId, Optional<Secret> clientSecret, List<String> scopes,
        String nameClaim, String groupsClaim, Map<String, List<String>> roles) {

    public OpenIdSettings {
        scopes = List.copyOf(scopes);
        roles = Map.copyOf(roles);
        boolean isHere = issuer.getHost() != null && List.of("localhost", "127.0.0.1", "[::1]").contains(issuer.getHost());
        if (!"https".equals(issuer.getScheme()) && !isHere) {
            throw new IllegalArgumentException("The issuer must be an https address: what it says is believed.");
        }
    }

    /// Scopes `profile` and `email`, claims `sub` and `groups`.
    public static OpenIdSettings of(
            URI issuer, String clientId, Optional<Secret> clientSecret, Map<String, List<String>> roles) {
        return new OpenIdSettings(issuer, clientId, clientSecret, List.of("profile", "email"), "sub", "groups", roles);
    }
}
