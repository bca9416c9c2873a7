package weir.platform.outage;

/// The database or the broker is away.
public abstract class Unavailable extends RuntimeException implements Outage {

    private static final long serialVersionUID = 1;

    /// @param message one sentence that names what is away, what was kept and the mend
    protected Unavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
