package weir.platform.access.signon.store;

/// A sign-on on its way.
///
/// @param nonce    what the id token must carry
/// @param verifier the secret of PKCE
/// @param next     the local path to go to afterwards
public record Attempt(String nonce, String verifier, String next) {

    /// Its secrets are not shown.
    @Override
    public String toString() {
        return "attempt";
    }
}
