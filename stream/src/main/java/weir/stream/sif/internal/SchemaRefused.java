package weir.stream.sif.internal;

import java.util.Objects;

/// A schema is not valid, or asks for what it may not read.
public final class SchemaRefused extends Exception {

    private static final long serialVersionUID = 1L;

    SchemaRefused(String sentence) {
        super(sentence);
    }

    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
