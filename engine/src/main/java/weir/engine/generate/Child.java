package weir.engine.generate;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/// A child that does not exist. Days are counted from 1 January 1970.
///
/// @param number       counted from 0
/// @param id            the council's number
/// @param born          day of birth
/// @param adult         day of the eighteenth birthday
/// @param girl          whether a girl
/// @param ethnic        the code of the ethnic group
/// @param need          the code of the main need
/// @param home          the postcode of home; [Postcode#NONE] when not known
/// @param unaccompanied whether an unaccompanied asylum-seeking child
record Child(
        int number,
        String id,
        int born,
        int adult,
        boolean girl,
        String ethnic,
        String need,
        int home,
        boolean unaccompanied) {

    /// The age on a day, in whole years; who was born on a leap day has the birthday on 1 March in other years.
    int age(int day) {
        int years = (int) ((day - born) / 365.25);
        int since = (int) (day - born - years * 365.25);
        if (since > 1 && since < 364) {
            return years;
        }
        return (int) ChronoUnit.YEARS.between(LocalDate.ofEpochDay(born), LocalDate.ofEpochDay(day));
    }

    @Override
    public String toString() {
        return "child";
    }
}
