package weir.engine.pipeline;

import java.util.Locale;

/// The account of a run does not add up. It is a fault of the program; nothing is published.
public final class RecordsLost extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RecordsLost(String what, long in, long kept, long refused, long merged) {
        super(String.format(
                Locale.ROOT,
                "The account of %s does not add up: %d in, %d kept, %d refused, %d merged. Nothing was published.",
                what,
                in,
                kept,
                refused,
                merged));
    }
}
