package weir.collect.report;

import java.io.Serial;

/// A report parts its outputs into files by a column that holds something other than 1 to 16 letters and digits. Nothing of
/// the report is kept.
public final class UnfitFileName extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    UnfitFileName(String report, String column) {
        super("The report " + report + " names its files by " + column + ", which holds a blank or more than 1 to 16 letters and"
                + " digits: leave such rows out in its SQL. Nothing of it was kept.");
    }
}
