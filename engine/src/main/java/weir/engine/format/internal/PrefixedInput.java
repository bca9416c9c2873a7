package weir.engine.format.internal;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;

/// Bytes already taken from a stream, then the rest of it.
final class PrefixedInput extends SequenceInputStream {

    PrefixedInput(byte[] bytes, int from, int to, InputStream rest) {
        super(new ByteArrayInputStream(bytes, from, to - from), rest);
    }
}
