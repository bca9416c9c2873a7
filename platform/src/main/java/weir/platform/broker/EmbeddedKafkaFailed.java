package weir.platform.broker;

import java.nio.file.Path;

/// The embedded broker did not start. Its data is left as it is.
public final class EmbeddedKafkaFailed extends RuntimeException {

    private static final long serialVersionUID = 1;

    EmbeddedKafkaFailed(Path folder, Throwable cause) {
        super("The embedded broker in " + folder + " did not start and its data is left as it is: "
                + root(cause).getClass().getSimpleName() + ". Run 'weir doctor' for the mend.", cause);
    }

    /// What the broker wraps says nothing; what it wraps last is the fault.
    private static Throwable root(Throwable failure) {
        Throwable cause = failure.getCause();
        return cause == null || cause == failure ? failure : root(cause);
    }
}
