package weir.stream.memory;

import weir.platform.database.Database;
import weir.platform.journal.Action;
import weir.platform.journal.Actor;
import weir.platform.journal.Entry;
import weir.platform.journal.Journal;
import weir.platform.journal.Subject;
import weir.stream.memory.store.ObjectMemory;
import weir.stream.memory.store.OffsetStore;

/// Empties the memory, and says so in the journal. Whoever calls it has asked whether the caller may. Safe for many threads.
public final class MemoryFlush {

    private static final Action MEMORY_FLUSHED = new Action("memory-flushed");

    private final Database database;
    private final Journal journal;
    private final ObjectMemory memory = new ObjectMemory();
    private final OffsetStore offsets = new OffsetStore();

    public MemoryFlush(Database database, Journal journal) {
        this.database = database;
        this.journal = journal;
    }

    /// @param isRebuilt whether all that the topics still have is taken in anew
    public void flush(Actor actor, boolean isRebuilt) {
        database.change(transaction -> {
            journal.append(transaction, Entry.of(MEMORY_FLUSHED, actor, new Subject("memory", "stream"))
                    .detail("rebuild", Boolean.toString(isRebuilt)));
            memory.flush(transaction);
            if (isRebuilt) {
                offsets.rewind(transaction);
            }
        });
    }
}
