package weir.engine.issue.report;

import weir.engine.issue.Severity;

/// What a reader of the page must know first.
///
/// @param tone  the class that colours it
/// @param mark  the drawing beside it
/// @param title what happened, in a few words
/// @param lead  what that means
record Headline(String tone, String mark, String title, String lead) {

    static Headline of(Totals totals) {
        SeverityCounts issues = totals.issues();
        if (totals.files() == 0) {
            return of(Severity.NOTICE, "No file was checked", "Name at least one file, then check again.");
        }
        if (issues.errors() > 0) {
            return of(Severity.ERROR, Counted.words(issues.errors(), "error") + " to mend",
                    "Each is listed below with its place and what to do about it.");
        }
        if (totals.filesRefused() > 0) {
            return of(Severity.ERROR, Counted.words(totals.filesRefused(), "file") + " refused",
                    "What was not refused can be used.");
        }
        if (issues.warnings() > 0) {
            return of(Severity.WARNING, Counted.words(issues.warnings(), "warning") + " to look at",
                    "There are no errors. Look at each warning below and mend what is wrong.");
        }
        String lead = issues.notices() == 0
                ? "Everything that was checked is as it should be. There is nothing for you to do."
                : "There are no errors and no warnings. Below is what is good to know.";
        return new Headline("good", Mark.GOOD, issues.notices() == 0 ? "No issues" : "Nothing to mend", lead);
    }

    private static Headline of(Severity severity, String title, String lead) {
        return new Headline(severity.word(), Mark.of(severity), title, lead);
    }

    void write(Html html, Totals totals) {
        html.open("div", "class", "tell " + tone).constant(mark).open("div");
        html.element("h1", title).element("p", lead);
        if (totals.filesRefused() > 0) {
            html.element("p", Counted.words(totals.filesRefused(), "file")
                    + (totals.filesRefused() == 1 ? " was" : " were")
                    + " refused as a whole, and nothing of that went on.", "class", "refused");
        }
        html.close("div").close("div").line();
    }
}
