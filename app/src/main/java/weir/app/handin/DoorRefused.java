package weir.app.handin;

/// What was asked for is not done; the message says why and the mend.
final class DoorRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final boolean isAboutTheFile;

    /// @param isAboutTheFile whether other files may be taken all the same
    DoorRefused(String sentence, boolean isAboutTheFile) {
        super(sentence);
        this.isAboutTheFile = isAboutTheFile;
    }

    boolean isAboutTheFile() {
        return isAboutTheFile;
    }
}
