package weir.collect.disclosure;

/// The control of disclosure could not be done. What needed it was not published; the earlier publication stays.
public final class DisclosureFailed extends RuntimeException {

    private static final long serialVersionUID = 1;

    DisclosureFailed(String output, String why) {
        super("The control of disclosure of " + output + " could not be done: " + why + " Nothing of it was published.");
    }
}
