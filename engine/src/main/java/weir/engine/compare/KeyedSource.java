package weir.engine.compare;

import java.io.IOException;
import java.io.InputStream;

/// Keyed rows in the order of their keys, as bytes.
@FunctionalInterface
public interface KeyedSource {

    /// From the first row. The caller closes it; it needs no buffer of its own.
    InputStream open() throws IOException;
}
