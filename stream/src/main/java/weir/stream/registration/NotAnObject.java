package weir.stream.registration;

/// A message is no object of the registration.
public final class NotAnObject extends Exception {

    private static final long serialVersionUID = 1L;

    NotAnObject(String why) {
        super(text(why));
    }

    NotAnObject(String why, Throwable cause) {
        super(text(why), cause);
    }

    private static String text(String why) {
        return "A message is not read as an object: " + why + ". Send it through the validation first.";
    }
}
