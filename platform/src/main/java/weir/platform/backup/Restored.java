package weir.platform.backup;

/// What was put back and compared with the backup.
///
/// @param journal what verifying the restored journal found, as a sentence
public record Restored(
        String journal, int tables, long rows, long objects, long objectBytes, int topics, long messages) {}
