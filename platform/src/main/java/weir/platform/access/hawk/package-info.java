/// Hawk: requests and answers signed with a shared key, as old clients of the data API send and check them.
///
/// `HawkHeader` reads the `Authorization` header and refuses all that is not exactly one. `HawkServer.check` then looks
/// for the key, compares the MAC over the request's `HawkArtifacts`, the hash of the payload, uses up the nonce and looks
/// at the time, in this order; `HawkServer.sign` signs the answer. `HawkClient` is the other side. Nothing here knows of
/// the web framework or the database: keys and nonces come through `HawkCredentials`.
///
/// Source: the Hawk protocol, version 1, https://github.com/mozilla/hawk (README and API), and its test vectors.
@NullMarked
package weir.platform.access.hawk;

import org.jspecify.annotations.NullMarked;
