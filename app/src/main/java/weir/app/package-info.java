/// The program: [Main] wires the parts and hands over to the command line.
@NullMarked
package weir.app;

import org.jspecify.annotations.NullMarked;
