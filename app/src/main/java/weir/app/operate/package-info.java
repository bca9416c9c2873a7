/// What engineers and administrators ask of the running service: its health, its metrics, its jobs, its journal.
@NullMarked
package weir.app.operate;

import org.jspecify.annotations.NullMarked;
