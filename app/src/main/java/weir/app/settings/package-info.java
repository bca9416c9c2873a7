/// The settings of the running service: the list of them, and the command that shows what is in force.
@NullMarked
package weir.app.settings;

import org.jspecify.annotations.NullMarked;
