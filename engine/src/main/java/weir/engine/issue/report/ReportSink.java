package weir.engine.issue.report;

import java.io.Closeable;
import java.util.List;

import weir.engine.issue.Issue;
import weir.engine.issue.IssueSink;

/// A report in the making. For each file in turn: [#begin(String)], any number of issues, [#end(FileOutcome)]; after the
/// last file [#close()], which finishes the report and flushes it.
///
/// A report never closes the stream it was given: who opens it closes it. Called by one thread at a time.
public interface ReportSink extends IssueSink, Closeable {

    /// @param file the name as the user knows it, with `/` between folders
    void begin(String file);

    void end(FileOutcome outcome);

    /// Adds issues that only came to light after the end of their file, when all files were brought together.
    ///
    /// @param file   the name of a file that has ended
    /// @param issues at least one, in the order of the file
    void amend(String file, List<Issue> issues);

    /// @throws java.io.UncheckedIOException when the report could not be written
    @Override
    void close();

    /// One report that is all of `reports`, in their order. Closing it closes each of them, even when one fails.
    static ReportSink all(List<? extends ReportSink> reports) {
        return new Reports(List.copyOf(reports));
    }
}
