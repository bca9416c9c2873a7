/// How messages of streams look: their topics, keys, header lines and pieces.
///
/// A document posted to `topic/stream` becomes a message that begins with an [IngestHeader]; a large one is cut into [Piece]s,
/// each with a [PieceMark] beside it, and put together again by a [PieceJoin]. Once valid, each of its objects is a message
/// of its own that begins with a [RecordHeader]. What was born as CSV carries its [CsvOrigin] along as comments.
@NullMarked
package weir.stream.message;

import org.jspecify.annotations.NullMarked;
