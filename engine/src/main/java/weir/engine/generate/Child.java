package weir.engine.generate;

/// A child that does not exist. Days are counted from 1 January 1970.
///
/// @param id            the council's number
/// @param born          day of birth
/// @param adult         day of the eighteenth birthday
/// @param girl          whether a girl
/// @param ethnic        the code of the ethnic group
/// @param need          the code of the main need
/// @param home          the postcode of home; [Postcode#NONE] when not known
/// @param unaccompanied whether an unaccompanied asylum-seeking child
record Child(
        String id,
        int born,
        int adult,
        boolean girl,
        String ethnic,
        String need,
        int home,
        boolean unaccompanied) {

    /// The age on a day, in whole years of 365.25 days.
    int age(int day) {
        return (int) ((day - born) / 365.25);
    }

    @Override
    public String toString() {
        return "child";
    }
}
