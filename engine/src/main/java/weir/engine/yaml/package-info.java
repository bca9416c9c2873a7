/// A strict reading of the YAML that people write: every fault with its line, every unknown key with a near word.
@NullMarked
package weir.engine.yaml;

import org.jspecify.annotations.NullMarked;
