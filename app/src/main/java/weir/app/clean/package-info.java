/// `weir clean`: a folder of returns in, cleaned tables, outputs per use case and reports out.
@NullMarked
package weir.app.clean;

import org.jspecify.annotations.NullMarked;
