/// The memory of the streams: every object by its id, and the graph of what objects say of each other, in PostgreSQL.
///
/// ```text
/// sifxml.processed ───► SifStorage ──────┐
/// sms.indexer ────────► Indexer ─────────┤  one transaction: objects, tuples, offsets
/// json.storage ───────► JsonStorage ─────┼► ObjectMemory ◄── GraphStore ◄── MemoryRoutes, GraphRoutes
/// oneroster.validated ► OneRosterIntake ─┘
/// POST /hookup, /equiv ─► GraphChanges ─► sms.indexer
/// ```
///
/// A [MemoryWriter] takes the topics in, each by a loop of its own. What an object says is one row, so saying it again replaces
/// it and deleting it takes it away; of two messages about one object the newer counts ([Version]). What people declare, ties and
/// equivalences, are rows of their own and stay until they are taken back. Everything about the tables is in
/// `weir.stream.memory.store`.
@NullMarked
package weir.stream.memory;

import org.jspecify.annotations.NullMarked;
