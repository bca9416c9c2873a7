package weir.stream.registration;

/// Every number that a platform's student id can hold was given.
public final class StudentNumbersUsedUp extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StudentNumbersUsedUp(long last) {
        super("All " + last + " numbers of students were given. Begin a new sequence with a new key; no id was given twice.");
    }
}
