/// What is wrong with a document, a row or an object, as the topics of errors carry it.
///
/// A [StreamError] has two forms: the documented text, which clients match by its first line, and a JSON object.
@NullMarked
package weir.stream.error;

import org.jspecify.annotations.NullMarked;
