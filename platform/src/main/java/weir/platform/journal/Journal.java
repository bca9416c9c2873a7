package weir.platform.journal;

import java.time.InstantSource;
import java.util.List;
import java.util.function.LongConsumer;

import weir.platform.database.Database;
import weir.platform.database.Transaction;
import weir.platform.journal.store.JournalStore;

/// What happened, written once. Safe for any number of threads and processes.
public final class Journal {

    private static final int BATCH = 1_000;

    private final Database database;
    private final JournalStore store = new JournalStore();

    public Journal(Database database) {
        this.database = database;
    }

    /// Writes an entry in the transaction of what it tells of: both commit, or neither.
    public void append(Transaction transaction, Entry entry) {
        store.append(transaction, entry);
    }

    /// Writes an entry in a transaction of its own. When this returns, it is kept, whatever becomes of other
    /// work.
    /// @throws weir.platform.database.DatabaseUnavailable when the server cannot be reached
    public void append(Entry entry) {
        database.change(transaction -> store.append(transaction, entry));
    }

    /// Chains every entry that was committed before the call.
    /// @return how many
    public long seal() {
        long sealed = 0;
        int last = BATCH;
        while (last == BATCH) {
            last = database.write(transaction -> store.seal(transaction, BATCH));
            sealed += last;
        }
        return sealed;
    }

    private void sealWhatWaits() {
        if (database.read(store::isWaiting)) {
            seal();
        }
    }

    /// One page of entries; everything committed before the call is in it.
    public List<SealedEntry> page(JournalFilter filter) {
        sealWhatWaits();
        return database.read(transaction -> store.page(transaction, filter));
    }

    List<SealedEntry> ofRuns(List<RunId> runs, int limit) {
        sealWhatWaits();
        return database.read(transaction -> store.ofRuns(transaction, runs, limit));
    }

    /// Writes the head of the chain to where anchors are kept. An empty chain has none.
    /// @throws AnchorContradicted when an earlier anchor knows the same entry by another hash
    public void anchor(AnchorStore anchors, InstantSource clock) {
        JournalStore.Head head = database.read(store::head);
        if (head.sequence() > 0) {
            anchors.put(new Anchor(head.sequence(), head.hash(), clock.instant()));
        }
    }

    /// Reads the whole chain and compares it with itself and with the anchors. It reads as a stream, at one moment;
    /// appending goes on meanwhile.
    ///
    /// @param progress told now and then how many entries were checked
    public Verification verify(AnchorStore anchors, LongConsumer progress) {
        sealWhatWaits();
        List<Anchor> known = anchors.list();
        return database.read(transaction -> new ChainCheck(store, known, progress).check(transaction));
    }
}
