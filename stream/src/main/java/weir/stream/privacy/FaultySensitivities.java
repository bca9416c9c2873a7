package weir.stream.privacy;

import java.util.List;

/// Lists of sensitive fields cannot be used. The message has a line for every fault, with the mend. Nothing was filtered with
/// them.
public final class FaultySensitivities extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FaultySensitivities(List<String> faults) {
        super("The lists of sensitive fields cannot be used; nothing was filtered with them.\n" + String.join("\n", faults));
    }
}
