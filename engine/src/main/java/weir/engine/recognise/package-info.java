/// Tells what a file is: its year or month from the path, its table from the header, its organisation from the folder.
///
/// In this order: what the sender said, the path, the header. What cannot be told is an issue, never a guess.
@NullMarked
package weir.engine.recognise;

import org.jspecify.annotations.NullMarked;
