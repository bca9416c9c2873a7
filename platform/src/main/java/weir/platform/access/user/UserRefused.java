package weir.platform.access.user;

/// A change to the users file that is not made. The file is as it was.
public final class UserRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    UserRefused(String sentence) {
        super(sentence);
    }
}
