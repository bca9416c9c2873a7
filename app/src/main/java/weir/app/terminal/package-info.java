/// What commands share: how they end, name files, show progress and take options about input.
@NullMarked
package weir.app.terminal;

import org.jspecify.annotations.NullMarked;
