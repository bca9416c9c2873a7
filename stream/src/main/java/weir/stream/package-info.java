/// Streams of school data: SIF XML, CSV and JSON in, five levels of privacy, a graph of objects and NAPLAN registration out.
///
/// A document comes over HTTP (`ingest`) and is cut into messages (`message`). The topology (`topology`) reads it from its
/// topic, validates it against a schema while it splits it into objects (`sif`), and writes each object at five levels
/// (`privacy`). What the object says of others becomes a tuple (`graph`), kept with the object in PostgreSQL (`memory`, the SIF
/// Memory Store of NIAS). Registration
/// (`registration`) turns CSV into SIF and back, asks the rules of the national student registration, gives each student an
/// id and reports on each file. What is wrong goes to the error topics (`error`), what cannot be processed to the dead
/// letters with its reason, and `replay` sends it back. `read` serves the streams.
@NullMarked
package weir.stream;

import org.jspecify.annotations.NullMarked;
