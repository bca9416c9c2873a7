/// Reading streams: of one request, all partitions of a topic, from a place to the end or for as long as somebody listens.
///
/// [StreamReader] opens a reading at a [Start], an [OpenStream], which writes every message in a [MessageForm] and says with
/// each where reading goes on. Only what was committed is seen. [ReadRoutes] is the door over HTTP; what a caller reads there is
/// written into the journal before the first byte of it is sent. Memory does not grow with the stream, and a client that reads
/// slowly slows the reading down.
@NullMarked
package weir.stream.read;

import org.jspecify.annotations.NullMarked;
