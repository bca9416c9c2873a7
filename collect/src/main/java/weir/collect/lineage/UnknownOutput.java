package weir.collect.lineage;

/// There is no such output, or it has no such column.
public final class UnknownOutput extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnknownOutput(String message) {
        super(message);
    }
}
