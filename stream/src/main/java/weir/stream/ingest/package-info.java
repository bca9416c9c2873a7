/// The doors by which documents come in: XML, JSON and CSV over HTTP, as NIAS takes them.
///
/// A small document is one message, acknowledged when the broker has it. Anything that becomes several messages, and every large
/// document, is kept in a file until all of it is there, and is then written in one transaction: a body that breaks off, or a
/// fault half way, leaves nothing on any topic. How many bytes may be on their way at once is limited; whoever comes on top is
/// told to come again.
@NullMarked
package weir.stream.ingest;

import org.jspecify.annotations.NullMarked;
