package weir.platform.access.key;

import weir.platform.secret.Secret;

/// A key as it is shown once, to whoever made it.
///
/// @param secret the token of an API key, the signing key of a Hawk key
public record NewKey(String id, Secret secret) {}
