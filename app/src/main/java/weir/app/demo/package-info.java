/// `weir demo`: the whole story on made-up data, in under a minute.
@NullMarked
package weir.app.demo;

import org.jspecify.annotations.NullMarked;
