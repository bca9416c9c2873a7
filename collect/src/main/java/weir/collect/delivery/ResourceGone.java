package weir.collect.delivery;

import java.io.IOException;

/// The same bytes had been delivered before, were withdrawn, and were erased while they were delivered anew.
public final class ResourceGone extends IOException {

    private static final long serialVersionUID = 1;

    ResourceGone(boolean wasListed) {
        super("The same bytes, withdrawn earlier, were being erased" + (wasListed ? "" : " just now")
                + ": hand the file in once more. Nothing was registered.");
    }
}
