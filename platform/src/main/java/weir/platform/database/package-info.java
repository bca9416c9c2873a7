/// The database every part shares: an embedded PostgreSQL or a server, one bounded pool, migrations at start.
///
/// `EmbeddedPostgres` (or the settings' address) gives a `DatabaseAddress`; `Database.open` makes the pool and brings
/// each part's own schema up to date under a lock, so that processes may start together; then `Database.read` and
/// `Database.write` run one piece of work in one transaction. A `Transaction` may be handed from feature to feature, so
/// that what belongs together commits together; only packages named `store` look inside it.
@NullMarked
package weir.platform.database;

import org.jspecify.annotations.NullMarked;
