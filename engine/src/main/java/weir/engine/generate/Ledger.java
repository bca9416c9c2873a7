package weir.engine.generate;

import java.io.IOException;

/// Takes note of planted faults, in the order in which rows are written.
@FunctionalInterface
public interface Ledger {

    void add(Planted planted) throws IOException;

    /// A ledger that keeps nothing.
    static Ledger none() {
        return planted -> {};
    }
}
