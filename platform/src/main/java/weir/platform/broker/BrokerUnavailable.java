package weir.platform.broker;

import weir.platform.outage.Unavailable;

/// The broker cannot be reached now.
public final class BrokerUnavailable extends Unavailable {

    private static final long serialVersionUID = 1;

    BrokerUnavailable(BrokerAddress address, Throwable cause) {
        super("The broker at " + address + " cannot be reached. Nothing was changed; check that it runs, then try again.", cause);
    }
}
