package weir.platform.outage;

/// Something this process needs is away: the database, the broker, the object store. Nothing was done; asking again
/// later is safe. Requests that meet it are answered 503 with `Retry-After`; jobs are tried again.
public abstract class Unavailable extends RuntimeException {

    private static final long serialVersionUID = 1;

    /// @param message one sentence that names what is away, what was kept and the mend
    protected Unavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
