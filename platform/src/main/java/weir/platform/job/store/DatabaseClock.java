package weir.platform.job.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

import com.github.kagkarlsson.scheduler.Clock;
import weir.platform.database.Database;
import weir.platform.database.DatabaseUnavailable;

/// The database's time: one clock for all processes, however wrong their own are. While the database is away, this
/// process's clock, corrected by what the two last differed. Safe for any number of threads.
final class DatabaseClock implements Clock {

    private final Database database;
    private final InstantSource own;
    private final JobStore store;
    private volatile Duration difference = Duration.ZERO;

    DatabaseClock(Database database, InstantSource own, JobStore store) {
        this.database = database;
        this.own = own;
        this.store = store;
    }

    @Override
    public Instant now() {
        try {
            Instant now = database.read(store::now);
            difference = Duration.between(own.instant(), now);
            return now;
        } catch (DatabaseUnavailable e) {
            return own.instant().plus(difference);
        }
    }
}
