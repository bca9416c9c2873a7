/// Sending dead letters back to where they came from, once what was wrong is mended.
///
/// [Replay] reads the topic of dead letters from where the last replay ended. Each letter it takes goes back with its key and
/// value as they were; what is sent back and the note that it was are one transaction, so that nothing is lost and nothing
/// replayed twice, wherever it is interrupted.
@NullMarked
package weir.stream.replay;

import org.jspecify.annotations.NullMarked;
