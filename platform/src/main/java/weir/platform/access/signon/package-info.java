/// Signing on at an OpenID Connect provider: the code flow with PKCE, a state and a nonce of ours.
///
/// `OpenIdSignOn.begin` keeps an attempt and says where to send the browser; `finish` takes what the provider sends back
/// with it, uses the attempt up, fetches the id token and checks its issuer, audience, time, nonce and signature against
/// the provider's published keys, which may change at any time. Groups of the token become roles by the settings.
@NullMarked
package weir.platform.access.signon;

import org.jspecify.annotations.NullMarked;
