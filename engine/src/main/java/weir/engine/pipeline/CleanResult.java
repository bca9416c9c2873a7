package weir.engine.pipeline;

import java.util.List;

import weir.engine.issue.report.FileOutcome;

/// What a cleaning run did.
///
/// @param files    what became of each file
/// @param accounts the account of rows for the cleaned tables, then for each output
public record CleanResult(List<FileOutcome> files, List<Conservation> accounts) {

    public CleanResult {
        files = List.copyOf(files);
        accounts = List.copyOf(accounts);
    }
}
