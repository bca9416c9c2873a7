/// The tables of the jobs, and db-scheduler behind them.
@NullMarked
package weir.platform.job.store;

import org.jspecify.annotations.NullMarked;
