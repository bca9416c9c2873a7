package weir.stream.registration;

/// A file has more students than can be compared in memory.
public final class TooManyStudents extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TooManyStudents(int capacity) {
        super("More than " + capacity + " entries are to be compared in memory. Check the file by the service, which compares in"
                + " the database; nothing was kept.");
    }
}
