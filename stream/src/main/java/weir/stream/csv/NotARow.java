package weir.stream.csv;

/// A message cannot be read as a row of CSV.
public final class NotARow extends Exception {

    private static final long serialVersionUID = 1L;

    NotARow(String why) {
        super(text(why));
    }

    NotARow(String why, Throwable cause) {
        super(text(why), cause);
    }

    private static String text(String why) {
        return "A message is not read as a row: " + why + ". Send a flat object of names and values.";
    }
}
