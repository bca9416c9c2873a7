package weir.engine.audit;

import java.util.Locale;

/// What becomes of a field on its way to a use case.
public enum Fate {
    /// It leaves as it is.
    KEPT,
    /// It leaves with less in it.
    REDUCED,
    /// It leaves with what the delivery knows added to it.
    ENRICHED,
    /// The output has it, the return has not.
    ADDED,
    /// It does not leave.
    REMOVED;

    /// The lower-case word used in every output.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
