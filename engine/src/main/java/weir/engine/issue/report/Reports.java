package weir.engine.issue.report;

import java.util.List;

import weir.engine.issue.Issue;
import weir.engine.issue.IssueSink;
import weir.engine.record.Sensitive;

/// Several reports fed as one.
record Reports(List<ReportSink> reports) implements ReportSink {

    @Override
    public void begin(String file) {
        reports.forEach(report -> report.begin(file));
    }

    @Override
    public void accept(Issue issue) {
        reports.forEach(report -> report.accept(issue));
    }

    @Override
    public void accept(Issue issue, Sensitive value) {
        IssueSink.all(reports).accept(issue, value);
    }

    @Override
    public boolean showsValues() {
        return reports.stream().anyMatch(IssueSink::showsValues);
    }

    @Override
    public void end(FileOutcome outcome) {
        reports.forEach(report -> report.end(outcome));
    }

    @Override
    public void amend(String file, List<Issue> issues) {
        reports.forEach(report -> report.amend(file, issues));
    }

    @Override
    public void close() {
        RuntimeException failure = null;
        for (ReportSink report : reports) {
            try {
                report.close();
            } catch (RuntimeException e) {
                if (failure == null) {
                    failure = e;
                } else {
                    failure.addSuppressed(e);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
