package weir.collect.upload;

/// Bytes were sent for another place of the file than the one where what is kept ends.
public final class WrongOffset extends Exception {

    private static final long serialVersionUID = 1;

    WrongOffset() {
        super("What is kept ends elsewhere: ask for the offset and go on from there.");
    }
}
