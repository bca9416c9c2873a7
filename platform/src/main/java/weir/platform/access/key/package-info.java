/// Keys of programs: made, listed, revoked, and found again at each request.
///
/// `Keys` is what commands and pages use. An API key is an `OpaqueToken` shown once and kept as its hash; `Keys.program`
/// finds who holds one. A Hawk key signs, so its secret is needed in clear: it is kept sealed with the `ServiceKey`, which
/// is not in the database. `HawkKeys` finds Hawk keys and uses up nonces for the Hawk server. Revoking holds from the next
/// request on, in every process.
@NullMarked
package weir.platform.access.key;

import org.jspecify.annotations.NullMarked;
