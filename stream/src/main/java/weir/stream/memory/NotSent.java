package weir.stream.memory;

import weir.platform.outage.Unavailable;

/// No broker has taken a message in time.
public final class NotSent extends Unavailable {

    private static final long serialVersionUID = 1;

    NotSent(String topic, Throwable cause) {
        super("The broker has not taken a message for " + topic + ". What came before it is kept; send it again.", cause);
    }
}
