package weir.stream.sif;

/// The text of an object is not the whole, well-formed element it must be. It says where, never what.
public final class UnreadableObject extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableObject(int place) {
        super("The object is not well formed at byte " + place + ". Nothing was made of it: post its document again.");
    }
}
