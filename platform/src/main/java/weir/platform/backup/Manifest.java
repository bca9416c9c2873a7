package weir.platform.backup;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// What a backup holds. Never changes.
///
/// @param format      of the folder: 1
/// @param program     the version of Weir that made it
/// @param madeAt      when the tables were read
/// @param schemas     how far each schema was brought
/// @param tables      in the order in which they are filled
/// @param sequences   the numbers given out last, by `schema.sequence`
/// @param journalHead the sequence number of the journal's last sealed entry
/// @param objects     how many objects, by their keys
/// @param topics      in the order of their names
/// @param files       every other file of the folder but this one
public record Manifest(
        int format,
        String program,
        Instant madeAt,
        List<Schema> schemas,
        List<Table> tables,
        Map<String, Long> sequences,
        long journalHead,
        Objects objects,
        List<Topic> topics,
        List<StoredFile> files) {

    /// The format this program writes, and the highest it reads.
    public static final int FORMAT = 1;

    public Manifest {
        schemas = List.copyOf(schemas);
        tables = List.copyOf(tables);
        sequences = Map.copyOf(sequences);
        topics = List.copyOf(topics);
        files = List.copyOf(files);
    }

    /// @param version of the last migration that had run
    public record Schema(String name, String version) {}

    /// @param file its rows, below the folder
    public record Table(String schema, String name, List<String> columns, long rows, String file) {}

    /// @param count keys
    /// @param bytes in all; what stands under two keys is counted twice
    public record Objects(long count, long bytes) {}

    /// @param configuration what was set for it
    /// @param file          its messages, below the folder
    public record Topic(String name, int partitions, Map<String, String> configuration, long messages, String file) {}

    /// @param path   below the folder
    /// @param bytes  its size
    /// @param sha256 of its bytes
    public record StoredFile(String path, long bytes, String sha256) {}

    public long rows() {
        return tables.stream().mapToLong(Table::rows).sum();
    }

    public long messages() {
        return topics.stream().mapToLong(Topic::messages).sum();
    }

    /// Whether the folder has a file.
    public boolean has(String path) {
        return files.stream().anyMatch(file -> file.path().equals(path));
    }
}
