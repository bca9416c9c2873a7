/// The doors of the web server: who calls, whether the route is open to them, and the pages to sign in.
///
/// `Access.open` makes everything of the settings. Its `guard()` comes first among a listener's routes: it sets the
/// security headers, limits rates, finds the caller (`Callers`: API key, session, or the local administrator), guards
/// pages against other sites (`BrowserGuard`) and opens the route's `Door` or not (`Doorkeeper`; `HawkDoor` for the data
/// API). Its `routes()` are the pages to sign in and out, `/v1/me` and `/v1/keys`.
@NullMarked
package weir.platform.access.door;

import org.jspecify.annotations.NullMarked;
