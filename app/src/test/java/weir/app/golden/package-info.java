/// Cases as data: a folder each, with input files, commands, and what the program must print and write.
@NullMarked
package weir.app.golden;

import org.jspecify.annotations.NullMarked;
