package weir.platform.broker;

import java.nio.file.Path;

/// The embedded broker did not start. Its data is left as it is.
public final class EmbeddedKafkaFailed extends RuntimeException {

    private static final long serialVersionUID = 1;

    EmbeddedKafkaFailed(Path folder, Throwable cause) {
        super("The embedded broker in " + folder + " did not start and its data is left as it is: "
                + cause.getClass().getSimpleName() + ". Run 'weir doctor' for the mend.", cause);
    }
}
