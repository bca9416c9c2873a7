package weir.app;

/// Small sound returns that tests spoil.
public final class Returns {

    public static final String REVIEWS_HEADER = "CHILD,DOB,REVIEW,REVIEW_CODE";

    /// A table of reviews with two rows and nothing wrong.
    public static final String REVIEWS =
            REVIEWS_HEADER + "\n1001,01/02/2010,03/04/2019,PN1\n1002,05/06/2011,07/08/2019,PN2\n";

    public static final String PREV_PERM_HEADER = "CHILD,DOB,PREV_PERM,LA_PERM,DATE_PERM";

    private Returns() {}

    /// A table with one free text, the name of the authority.
    public static String prevPerm(String authority) {
        return PREV_PERM_HEADER + "\n1001,01/02/2010,P1," + authority + ",03/04/2015\n";
    }
}
