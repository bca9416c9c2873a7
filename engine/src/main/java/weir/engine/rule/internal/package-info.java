/// How the files of rules are read.
@NullMarked
package weir.engine.rule.internal;

import org.jspecify.annotations.NullMarked;
