package weir.stream.replay;

import weir.platform.outage.Unavailable;

/// A replay ended before its end. What it had sent back by then is sent and noted; the rest is as it was.
public final class ReplayFailed extends Unavailable {

    private static final long serialVersionUID = 1;

    ReplayFailed(Throwable cause) {
        super("The replay broke off (" + cause.getClass().getSimpleName() + "). What was sent back by then is not sent again:"
                + " check that the broker runs and that no other replay does, and run it again.", cause);
    }
}
