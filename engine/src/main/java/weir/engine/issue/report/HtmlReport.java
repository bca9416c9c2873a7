package weir.engine.issue.report;

import java.io.OutputStream;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import weir.engine.issue.Issue;
import weir.engine.issue.IssueCatalogue;

/// One page that can be read, printed, mailed and kept: it needs no other file, no network and no script.
///
/// It is written as a whole when the report is closed. It names the first 100 places of each rule, table and file, and
/// no more than 10,000 places and 500 files with issues in all; the other reports have them all.
public final class HtmlReport implements ReportSink {

    private static final int PLACES_AT_MOST = 10_000;
    private static final int FILES_AT_MOST = 500;

    private final OutputStream out;
    private final IssueCatalogue catalogue;
    private final ZonedDateTime made;
    private final IssueCounts all = new IssueCounts(1);
    private final List<FileFindings> files = new ArrayList<>();
    private IssueCounts inFile = new IssueCounts(RuleFindings.PLACES_AT_MOST);
    private int places;

    /// @param made when the files were checked, as the page says it
    public HtmlReport(OutputStream out, IssueCatalogue catalogue, ZonedDateTime made) {
        this.out = out;
        this.catalogue = catalogue;
        this.made = made;
    }

    @Override
    public void begin(String file) {
        all.begin(file);
        inFile = new IssueCounts(RuleFindings.PLACES_AT_MOST);
    }

    @Override
    public void accept(Issue issue) {
        all.accept(issue);
        inFile.accept(issue);
    }

    @Override
    public void end(FileOutcome outcome) {
        all.end(outcome);
        inFile.end(outcome);
        FileCount file = inFile.files().getLast();
        boolean isNotable = file.issues().all() > 0 || outcome.refused();
        if (isNotable && files.size() < FILES_AT_MOST) {
            FileFindings findings = new FileFindings(file, RuleFindings.of(inFile, PLACES_AT_MOST - places));
            places += findings.places();
            files.add(findings);
        }
    }

    @Override
    public void amend(String file, List<Issue> issues) {
        all.amend(file, issues);
        IssueCounts late = new IssueCounts(RuleFindings.PLACES_AT_MOST);
        issues.forEach(late::accept);
        List<RuleFindings> rules = RuleFindings.of(late, PLACES_AT_MOST - places);
        FileCount now = all.files().stream()
                .filter(known -> known.outcome().file().equals(file))
                .findFirst()
                .orElseThrow();
        Optional<FileFindings> before = files.stream()
                .filter(known -> known.file().outcome().file().equals(file))
                .findFirst();
        if (before.isEmpty() && files.size() >= FILES_AT_MOST) {
            return;
        }
        List<RuleFindings> both = new ArrayList<>(before.map(FileFindings::rules).orElse(List.of()));
        both.addAll(rules);
        FileFindings amended = new FileFindings(now, both);
        if (before.isPresent()) {
            files.set(files.indexOf(before.get()), amended);
        } else {
            files.add(amended);
        }
        places += new FileFindings(now, rules).places();
    }

    @Override
    public void close() {
        Html html = new Html(new BorrowedStream(out));
        new HtmlPage(html, catalogue).write(all, files, made);
        html.flush();
    }
}
