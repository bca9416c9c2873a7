package weir.engine.generate;

import java.io.IOException;

/// Counts what another ledger takes.
final class CountedLedger implements Ledger {

    private final Ledger ledger;
    private long count;

    CountedLedger(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public void add(Planted planted) throws IOException {
        count++;
        ledger.add(planted);
    }

    long count() {
        return count;
    }
}
