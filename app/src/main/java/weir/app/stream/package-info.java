/// The commands about streams: which there are, reading one, posting to one, what was wrong, and sending dead letters back.
@NullMarked
package weir.app.stream;

import org.jspecify.annotations.NullMarked;
