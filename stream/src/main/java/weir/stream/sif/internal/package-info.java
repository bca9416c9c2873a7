/// The parser and the validator behind the splitting of documents.
@NullMarked
package weir.stream.sif.internal;

import org.jspecify.annotations.NullMarked;
