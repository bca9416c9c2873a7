package weir.engine.pipeline;

import java.util.List;

import weir.engine.issue.report.FileOutcome;

/// What a cleaning run did.
///
/// @param files      what became of each file
/// @param accounts   the account of rows for the cleaned tables, then for each output
/// @param suppressed what the control of disclosure has taken from outputs; rows it removed count as refused
public record CleanResult(List<FileOutcome> files, List<Conservation> accounts, List<Suppressed> suppressed) {

    public CleanResult {
        files = List.copyOf(files);
        accounts = List.copyOf(accounts);
        suppressed = List.copyOf(suppressed);
    }
}
