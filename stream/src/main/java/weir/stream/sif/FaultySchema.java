package weir.stream.sif;

/// A file is no XML Schema that documents can be held against. The message says what is wrong with it.
public final class FaultySchema extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FaultySchema(String file, String reason) {
        super("The schema " + file + " cannot be used: " + reason + " Name another with 'stream.schema'. Nothing was taken in.");
    }
}
