package weir.engine.pipeline;

import java.util.Locale;

import weir.engine.clean.Findings;
import weir.engine.clean.Findings.Finding;
import weir.engine.clean.TableCleaner;
import weir.engine.dataset.Layout;
import weir.engine.format.VerticalSheet;
import weir.engine.issue.Issue;
import weir.engine.issue.IssueCode;
import weir.engine.issue.Place;
import weir.engine.issue.Severity;
import weir.engine.issue.Shape;

/// Turns the findings of a table of a file into issues with their places.
final class IssuePlaces {

    private final Place table;
    private final String[] fields;
    private final int[] columns;
    private final String[] expected;
    private final String width;
    private final boolean isVertical;

    IssuePlaces(Recognised recognised, TableCleaner cleaner, int width) {
        table = Place.file(recognised.file()).table(recognised.table().name().value());
        int count = recognised.table().fields().size();
        fields = new String[count];
        columns = new int[count];
        expected = new String[count];
        for (int i = 0; i < count; i++) {
            fields[i] = recognised.table().fields().get(i).name().value();
            columns[i] = recognised.match().columns().get(i);
            expected[i] = cleaner.expected(i);
        }
        this.isVertical = recognised.table().layout() instanceof Layout.Vertical;
        this.width = String.format(Locale.ROOT, "%d cells, one for each column", width);
    }

    Place table() {
        return table;
    }

    Issue issue(Finding finding, long firstRow) {
        Place row = table.row(firstRow + finding.row());
        if (finding.field() == Findings.WHOLE_ROW) {
            Severity severity = finding.code().equals(IssueCode.ROW_TOO_SHORT) ? Severity.WARNING : Severity.ERROR;
            return new Issue(finding.code(), severity, row, width, Shape.NONE);
        }
        int field = finding.field();
        // A form stands on its side: what is a column here is a row of the sheet.
        Place cell = isVertical
                ? table.row(columns[field] + 1).field(fields[field], VerticalSheet.VALUES)
                : row.field(fields[field], columns[field]);
        String mustBe = finding.code().equals(IssueCode.VALUE_BLANK)
                        || finding.code().equals(IssueCode.ENCODING_BROKEN)
                ? ""
                : expected[field];
        return Issue.error(finding.code(), cell, mustBe, Shape.of(finding.cell().reveal()));
    }
}
