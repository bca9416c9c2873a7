package weir.engine.issue.report;

/// What became of all files together.
///
/// @param files        files checked
/// @param filesRefused of them, files held back as a whole
/// @param rowsMerged   rows left out because an equal row was kept
public record Totals(
        long files,
        long filesRefused,
        long bytes,
        long rowsRead,
        long rowsKept,
        long rowsRefused,
        long rowsMerged,
        SeverityCounts issues) {

    public static final Totals NONE = new Totals(0, 0, 0, 0, 0, 0, 0, SeverityCounts.NONE);

    public Totals plus(FileCount file) {
        FileOutcome outcome = file.outcome();
        return new Totals(
                files + 1,
                filesRefused + (outcome.refused() ? 1 : 0),
                bytes + outcome.bytes(),
                rowsRead + outcome.rowsRead(),
                rowsKept + outcome.rowsKept(),
                rowsRefused + outcome.rowsRefused(),
                rowsMerged + outcome.rowsMerged(),
                issues.plus(file.issues()));
    }

    Totals plus(SeverityCounts more) {
        return new Totals(
                files, filesRefused, bytes, rowsRead, rowsKept, rowsRefused, rowsMerged, issues.plus(more));
    }

    /// All of it in one sentence: "3 errors, 1 notice in 1 file: 5 rows read, 5 kept, 0 refused."
    public String sentence() {
        if (files == 0) {
            return "No file was checked.";
        }
        String refused = filesRefused == 0 ? "" : " (" + Counted.number(filesRefused) + " refused)";
        return issues.words() + " in " + Counted.words(files, "file") + refused + ": "
                + rows(rowsRead, rowsKept, rowsRefused, rowsMerged) + ".";
    }

    /// `5 rows read, 4 kept, 0 refused, 1 merged`; the last only where there are any.
    static String rows(long read, long kept, long refused, long merged) {
        return Counted.words(read, "row") + " read, " + Counted.number(kept) + " kept, " + Counted.number(refused)
                + " refused" + (merged == 0 ? "" : ", " + Counted.number(merged) + " merged");
    }
}
