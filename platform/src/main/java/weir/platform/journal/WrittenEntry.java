package weir.platform.journal;

import java.time.Instant;

/// An entry as it was written.
///
/// @param id in the order of writing, with gaps where work was rolled back
/// @param at the database's time of writing, to the microsecond
public record WrittenEntry(long id, Instant at, Entry entry) {}
