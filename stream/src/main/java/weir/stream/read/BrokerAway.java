package weir.stream.read;

import weir.platform.broker.BrokerAddress;
import weir.platform.outage.Unavailable;

/// The broker does not answer, or stopped answering while a stream was read.
public final class BrokerAway extends Unavailable {

    private static final long serialVersionUID = 1;

    public BrokerAway(BrokerAddress address, Throwable cause) {
        super("The broker at " + address + " does not answer. Nothing was changed: check that it runs, then read again from where"
                + " the reading ended.", cause);
    }
}
