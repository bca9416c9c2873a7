package weir.platform.outage;

import java.util.Optional;

/// A failure that passes: something this process needs is away or has no room. Nothing was done, and asking again later
/// is safe. Requests that meet one are answered 503 with `Retry-After`, or 507 when room is missing; jobs are tried again
/// without counting it.
public interface Outage {

    /// The outage behind a failure, itself or one of its causes.
    static Optional<Outage> behind(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Outage outage) {
                return Optional.of(outage);
            }
        }
        return Optional.empty();
    }
}
