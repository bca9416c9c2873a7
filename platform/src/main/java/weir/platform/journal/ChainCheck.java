package weir.platform.journal;

import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

import weir.platform.database.Transaction;
import weir.platform.journal.Verification.Broken;
import weir.platform.journal.Verification.Fault;
import weir.platform.journal.Verification.Intact;
import weir.platform.journal.store.JournalStore;

/// One walk along the chain, up to the first place that does not hold.
final class ChainCheck {

    private static final long PROGRESS_STEP = 10_000;

    private final JournalStore store;
    private final List<Anchor> anchors;
    private final LongConsumer progress;
    private final CanonicalEntry canonical = new CanonicalEntry();

    private long last;
    private ChainHash previous = ChainHash.ZERO;
    private int anchorsMet;
    private Optional<Broken> broken = Optional.empty();

    ChainCheck(JournalStore store, List<Anchor> anchors, LongConsumer progress) {
        this.store = store;
        this.anchors = anchors;
        this.progress = progress;
    }

    Verification check(Transaction transaction) {
        store.scan(transaction, Long.MIN_VALUE, entry -> holds(transaction, entry));
        if (broken.isPresent()) {
            return broken.get();
        }
        progress.accept(last);
        if (anchorsMet < anchors.size()) {
            return new Broken(last + 1, Fault.CUT_OFF);
        }
        return new Intact(last, previous, anchors.size());
    }

    private boolean holds(Transaction transaction, SealedEntry entry) {
        Optional<Fault> fault = fault(transaction, entry);
        if (fault.isPresent()) {
            broken = Optional.of(new Broken(last + 1, fault.get()));
            return false;
        }
        last = entry.sequence();
        previous = entry.hash();
        if (!agreesWithAnchors()) {
            broken = Optional.of(new Broken(last, Fault.ANCHOR_MISMATCH));
            return false;
        }
        if (last % PROGRESS_STEP == 0) {
            progress.accept(last);
        }
        return true;
    }

    private Optional<Fault> fault(Transaction transaction, SealedEntry entry) {
        if (entry.sequence() > last + 1) {
            return Optional.of(Fault.MISSING);
        }
        if (entry.sequence() <= last) {
            return Optional.of(Fault.ADDED);
        }
        boolean holds = entry.encoding() == CanonicalEntry.FORMAT
                && canonical.hash(previous, last + 1, entry.written()).equals(entry.hash());
        return holds ? Optional.empty() : Optional.of(whatHappened(transaction, entry));
    }

    /// Looks further on for the entry that belongs here. Where it is found, and whether what follows it still fits,
    /// tells an entry put in between from one moved; when it is nowhere, it was changed.
    private Fault whatHappened(Transaction transaction, SealedEntry wrong) {
        Search search = new Search(wrong);
        store.scan(transaction, wrong.sequence(), search::goesOn);
        return search.fault;
    }

    private final class Search {

        private final SealedEntry wrong;
        private Fault fault = Fault.CHANGED;
        private Optional<ChainHash> found = Optional.empty();

        Search(SealedEntry wrong) {
            this.wrong = wrong;
        }

        boolean goesOn(SealedEntry candidate) {
            if (found.isPresent()) {
                boolean followsOn = canonical.hash(found.get(), last + 2, candidate.written()).equals(candidate.hash());
                fault = followsOn ? Fault.ADDED : Fault.REORDERED;
                return false;
            }
            if (candidate.sequence() == wrong.sequence()) {
                return true;
            }
            ChainHash here = canonical.hash(previous, last + 1, candidate.written());
            if (here.equals(candidate.hash())) {
                found = Optional.of(here);
                fault = candidate.sequence() == last + 2 ? Fault.ADDED : Fault.REORDERED;
                return true;
            }
            if (here.equals(wrong.hash())) {
                fault = Fault.REORDERED;
                return false;
            }
            return true;
        }
    }

    private boolean agreesWithAnchors() {
        while (anchorsMet < anchors.size() && anchors.get(anchorsMet).sequence() == last) {
            if (!anchors.get(anchorsMet).hash().equals(previous)) {
                return false;
            }
            anchorsMet++;
        }
        return true;
    }
}
