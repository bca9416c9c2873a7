/// SIF documents: validated against a schema while they are split into objects.
///
/// A [SifSchema] is loaded once from an XSD. A [SifSplitter] reads a document in one pass: each child of the root is checked and
/// goes as a [SifObject] to a [SifSink]; what is wrong is a [SifFault] of the [SplitDocument] that comes at the end. A document
/// with a fault counts as nothing, whatever its sink has seen: all or nothing is the caller's to keep.
///
/// The text of an object is cut out of the document as it stands, never written anew; only the namespaces it had from the
/// root are set on it. Nothing but the document is read: no document type, no entity, no address.
@NullMarked
package weir.stream.sif;

import org.jspecify.annotations.NullMarked;
