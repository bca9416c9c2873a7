package weir.engine.issue.report;

import java.util.List;

/// What became of one file, and how many issues it has.
public record FileCount(FileOutcome outcome, SeverityCounts issues) {

    /// Adds issues to the file of this name in `files`.
    static void amend(List<FileCount> files, String name, SeverityCounts more) {
        files.replaceAll(file -> file.outcome().file().equals(name)
                ? new FileCount(file.outcome(), file.issues().plus(more))
                : file);
    }
}
