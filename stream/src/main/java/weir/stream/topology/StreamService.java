package weir.stream.topology;

import java.io.IOException;

import weir.stream.csv.NotARow;
import weir.stream.registration.NotAnObject;

/// One service of the topology: reads a message, writes others. One object of it serves one thread.
///
/// A service that finds that it cannot process a message throws before it has written anything: [weir.stream.message.MalformedMessage],
/// [weir.stream.message.InvalidTopicName], [weir.stream.sif.UnreadableObject], [NotARow] or [NotAnObject]. The message goes to
/// the dead letters then. Any other exception is a fault around it, and the message is read again later.
@FunctionalInterface
public interface StreamService {

    void serve(Message message, Output output) throws IOException, NotARow, NotAnObject;

    /// Lets go of what it holds.
    default void close() {}
}
