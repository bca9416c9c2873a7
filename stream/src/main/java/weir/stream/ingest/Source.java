package weir.stream.ingest;

import java.io.IOException;
import java.io.InputStream;

/// A document that is all there and may be read several times.
@FunctionalInterface
public interface Source {

    InputStream open() throws IOException;
}
