/// What happened, who did it and to what: written once, chained by hashes, so that tampering shows.
///
/// The flow: a feature calls `Journal.append` in the transaction of the effect, so that both commit together. The entry
/// waits, without a number, in a table of its own; appending takes no lock that another append waits for. About each
/// second the `JournalKeeper` of one process seals what waits: each entry gets the next sequence number and a SHA-256
/// over the hash before it and its own canonical bytes (`CanonicalEntry`; byte by byte in docs/reference/journal.md). An
/// entry that commits late gets a later number. Reading and verifying seal first, so they see all that was committed.
///
/// The chain shows a changed, missing, added or moved entry. It cannot show that its tail was cut off or that all of it
/// was computed anew. For this the head is written from time to time to an `AnchorStore` outside the database.
///
/// Bytes of an entry, format 1; numbers are big-endian; a text is its length in bytes (4 bytes) and its UTF-8:
///
/// 1. the format, 1 byte: 1
/// 2. the hash of the entry before, 32 bytes; zeros for the first
/// 3. sequence, 8 bytes; id, 8 bytes; time in microseconds since 1970-01-01T00:00:00Z, 8 bytes
/// 4. texts: action, kind of actor, actor, kind of subject, subject, organisation, run; the last two may be empty
/// 5. counts: how many (4 bytes), then in the order of the names' UTF-8 bytes: name (text), count (8 bytes)
/// 6. details: how many (4 bytes), then in the same order: name (text), detail (text)
///
/// The hash is the SHA-256 of these bytes.
@NullMarked
package weir.platform.journal;

import org.jspecify.annotations.NullMarked;
