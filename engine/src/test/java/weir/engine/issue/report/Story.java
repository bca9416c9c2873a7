package weir.engine.issue.report;

import java.util.List;
import java.util.Locale;

import weir.engine.issue.Issue;
import weir.engine.issue.IssueCode;
import weir.engine.issue.Place;
import weir.engine.issue.Severity;
import weir.engine.issue.Shape;
import weir.engine.record.Sensitive;

/// Files and their issues, told to any report: what the golden files show.
enum Story {
    NOTHING {
        @Override
        void tell(ReportSink report) {}
    },
    CLEAN {
        @Override
        void tell(ReportSink report) {
            report.begin("SSDA903/header_2019-20.csv");
            report.end(new FileOutcome("SSDA903/header_2019-20.csv", List.of(new TableOutcome("ssda903", "header", "2020", 5, 5, 0)), 512, 5, 5, 0, false));
        }
    },
    MIXED {
        @Override
        void tell(ReportSink report) {
            CLEAN.tell(report);
            episodes(report);
            refused(report);
            workbook(report);
        }
    },
    HOSTILE {
        @Override
        void tell(ReportSink report) {
            String file = "=cmd|' /C calc'!A0<script>alert(\"1\")</script>\u001b[31m\u202efdp.csv";
            Place place = Place.file(file).table("<b>&table</b>").row(2);
            report.begin(file);
            report.accept(Issue.notice(IssueCode.COLUMN_UNKNOWN, place.field("\"><img src=x onerror=alert(1)>", 0), ""));
            report.accept(Issue.notice(IssueCode.COLUMN_UNKNOWN, place.field("two\nlines\tand \u2028 more", 1), ""));
            report.accept(Issue.notice(IssueCode.COLUMN_UNKNOWN, place.field("+1', half \ud800 pair; العربية 日本", 2), ""));
            report.accept(
                    Issue.error(IssueCode.VALUE_NOT_CODE, place.field("-SEX", 3), "one of '<1>' and \"2\"", Shape.of("x")),
                    new Sensitive("canary\u001b[2J\u202e"));
            report.end(new FileOutcome(file, List.of(new TableOutcome("<i>", "<b>&table</b>", "'\"", 1_204, 1_200, 1)), 999_500, 1_204, 1_200, 1, false));
        }
    };

    abstract void tell(ReportSink report);

    String folder() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static void episodes(ReportSink report) {
        String file = "SSDA903/episodes_2019-20.csv";
        Place table = Place.file(file).table("episodes");
        report.begin(file);
        report.accept(Issue.notice(IssueCode.ENCODING_GUESSED, Place.file(file), ""));
        report.accept(Issue.notice(IssueCode.COLUMN_UNKNOWN, table.row(1).field("TEAM", 13), ""));
        report.accept(Issue.notice(IssueCode.COLUMN_UNKNOWN, table.row(1).field("NOTES", 14), ""));
        for (int row = 3; row < 290; row += 7) {
            date(report, table.row(row).field("DECOM", 1), row % 2 == 0 ? "31.04.2011" : "canary");
        }
        date(report, table.row(41).field("DEC", 9), "n/a");
        for (int row = 12; row < 1_000; row += 170) {
            report.accept(
                    Issue.error(IssueCode.VALUE_NOT_CODE, table.row(row).field("PLACE", 6),
                            "one of A3, A4, A5, A6, H5, K1, K2, P1, P2, R1, R2, R3, R5, S1, T0, U1 and 12 more",
                            Shape.of("ZZ")),
                    new Sensitive("ZZ"));
        }
        report.accept(Issue.warning(IssueCode.VALUE_BLANK, table.row(77).field("PL_POST", 5), ""));
        report.accept(Issue.warning(IssueCode.VALUE_BLANK, table.row(78).field("PL_POST", 5), ""));
        report.accept(Issue.warning(IssueCode.ROW_DUPLICATE, table.row(900), ""));
        report.end(new FileOutcome(file, List.of(new TableOutcome("ssda903", "episodes", "2020", 1_204, 1_203, 0)), 1_234_567, 1_204, 1_203, 0, false));
    }

    private static void date(ReportSink report, Place place, String value) {
        Issue issue = Issue.error(IssueCode.VALUE_NOT_DATE, place, "a date like 30/04/2011", Shape.of(value));
        report.accept(issue, new Sensitive(value));
    }

    private static void refused(ReportSink report) {
        report.begin("SSDA903/uasc.csv");
        report.accept(Issue.error(IssueCode.YEAR_MISSING, Place.file("SSDA903/uasc.csv")));
        report.end(FileOutcome.refusedUnread("SSDA903/uasc.csv", 2_048));
    }

    private static void workbook(ReportSink report) {
        String file = "Annex A.xlsx";
        report.begin(file);
        for (String table : List.of("list_1", "list_2")) {
            for (int row = 2; row < 5; row++) {
                report.accept(new Issue(IssueCode.VALUE_OUT_OF_RANGE, Severity.WARNING,
                        Place.file(file).table(table).row(row).field("Age of Child (Years)", 30),
                        "a whole number from 0 to 25", Shape.of("-1")));
            }
        }
        report.end(new FileOutcome(file, List.of(new TableOutcome("annex_a", "list_1", "", 60, 57, 0), new TableOutcome("annex_a", "list_2", "", 0, 0, 0)), 45_600, 60, 57, 3, false));
    }
}
