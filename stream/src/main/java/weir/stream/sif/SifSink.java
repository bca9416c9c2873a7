package weir.stream.sif;

import java.io.IOException;

/// Where the objects of a document go, in its order, by the thread that reads it. It gets no more of them once a fault is
/// found; what it has then is worth nothing.
@FunctionalInterface
public interface SifSink {

    void accept(SifObject object) throws IOException;
}
