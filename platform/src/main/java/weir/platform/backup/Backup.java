package weir.platform.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

import weir.engine.pipeline.OutputFolder;
import weir.platform.backup.store.TableCopies;
import weir.platform.backup.store.TableShape;
import weir.platform.broker.TopicLogs;
import weir.platform.database.Database;
import weir.platform.database.Migrations;
import weir.platform.database.Transaction;
import weir.platform.journal.store.JournalStore;
import weir.platform.json.Json;
import weir.platform.objects.ListedObject;
import weir.platform.objects.ObjectKey;
import weir.platform.objects.ObjectStore;

/// Makes a backup of a system, whether it runs or not. It holds nobody up: the tables are read as of one moment.
public final class Backup {

    static final String INDEX = "objects.jsonl.gz";
    static final String MANIFEST = OutputFolder.MANIFEST;
    static final String MANIFEST_SUM = "manifest.json.sha256";

    private final Database database;
    private final ObjectStore objects;
    private final Optional<TopicLogs> topics;
    private final List<Migrations> schemas;
    private final Anchored anchored;
    private final InstantSource clock;
    private final TableCopies tables = new TableCopies();
    private final JournalStore journal = new JournalStore();

    /// Knows the objects that vouch for the journal: one that vouches for later entries than the backup has would call
    /// the restored journal cut off.
    @FunctionalInterface
    public interface Anchored {

        /// The sequence number an object vouches for; empty when it is no anchor.
        Optional<Long> sequence(ObjectKey key);
    }

    /// @param topics  the broker's; empty when none has ever run
    /// @param schemas of every part
    public Backup(Database database, ObjectStore objects, Optional<TopicLogs> topics, List<Migrations> schemas,
            Anchored anchored, InstantSource clock) {
        this.database = database;
        this.objects = objects;
        this.topics = topics;
        this.schemas = List.copyOf(schemas);
        this.anchored = anchored;
        this.clock = clock;
    }

    /// How many bytes will be taken in, about.
    public long estimate() throws IOException {
        long inTables = database.read(transaction -> tables.size(transaction, names()));
        try (Stream<ListedObject> listed = objects.list("")) {
            return inTables + listed.mapToLong(ListedObject::size).sum();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /// Makes the backup. When this returns it is in its place, synced; when it fails, nothing is there.
    ///
    /// @param target   a folder that does not exist, or is empty
    /// @param program  the version of this program
    /// @param others   further files by their paths: users, settings, secrets
    /// @param progress told how many more bytes were taken in
    /// @throws FileAlreadyExistsException when there is something in the target
    public Manifest make(Path target, String program, Map<String, byte[]> others, LongConsumer progress) throws IOException {
        refuseUnlessEmpty(target);
        try (OutputFolder folder = OutputFolder.stage(target)) {
            Files.setPosixFilePermissions(folder.staged(), PosixFilePermissions.fromString("rwx------"));
            StagedBackup staged = new StagedBackup(folder.staged(), progress);
            Manifest manifest = fill(staged, program, others);
            String text = Json.write(manifest);
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            Files.write(staged.folder().resolve(MANIFEST), bytes);
            String sum = HexFormat.of().formatHex(StagedBackup.sha256().digest(bytes)) + "  " + MANIFEST + "\n";
            Files.writeString(staged.folder().resolve(MANIFEST_SUM), sum, StandardCharsets.UTF_8);
            folder.publish();
            return manifest;
        }
    }

    private static void refuseUnlessEmpty(Path target) throws IOException {
        if (Files.isDirectory(target)) {
            try (Stream<Path> inside = Files.list(target)) {
                if (inside.findAny().isEmpty()) {
                    return;
                }
            }
        }
        if (Files.exists(target)) {
            throw new FileAlreadyExistsException(target.toString(), null, "it is there already: name a new folder");
        }
    }

    private Manifest fill(StagedBackup staged, String program, Map<String, byte[]> others) throws IOException {
        Map<String, Map<Integer, Long>> ends = topics.isPresent() ? topics.get().ends() : Map.of();
        Tables copied = readTables(staged);
        Manifest.Objects counted = new ObjectCopies(objects, key -> isWanted(key, copied.journalHead())).copyTo(staged);
        List<Manifest.Topic> messages = new ArrayList<>();
        if (topics.isPresent()) {
            messages.addAll(new TopicCopies(topics.get()).copyTo(staged, ends));
        }
        for (Map.Entry<String, byte[]> other : others.entrySet()) {
            staged.write(other.getKey(), out -> written(out, other.getValue()));
            Files.setPosixFilePermissions(staged.folder().resolve(other.getKey()), PosixFilePermissions.fromString("rw-------"));
        }
        return new Manifest(Manifest.FORMAT, program, copied.at(), copied.schemas(), copied.tables(), copied.sequences(),
                copied.journalHead(), counted, messages, staged.files());
    }

    private static int written(OutputStream out, byte[] bytes) throws IOException {
        out.write(bytes);
        return bytes.length;
    }

    private boolean isWanted(ObjectKey key, long journalHead) {
        return anchored.sequence(key).map(sequence -> sequence <= journalHead).orElse(true);
    }

    /// What one transaction saw.
    private record Tables(
            Instant at, List<Manifest.Schema> schemas, List<Manifest.Table> tables, Map<String, Long> sequences, long journalHead) {}

    private Tables readTables(StagedBackup staged) throws IOException {
        List<Manifest.Schema> versions = schemas.stream()
                .map(database::version)
                .map(version -> new Manifest.Schema(version.schema(), version.current()))
                .toList();
        try {
            return database.read(transaction -> readTables(transaction, versions, staged));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private Tables readTables(Transaction transaction, List<Manifest.Schema> versions, StagedBackup staged) {
        long head = journal.head(transaction).sequence();
        Instant at = clock.instant();
        List<Manifest.Table> copied = new ArrayList<>();
        for (TableShape table : tables.tables(transaction, names())) {
            String file = "tables/" + table.name() + ".copy.gz";
            long rows = copyOut(transaction, table, file, staged);
            copied.add(new Manifest.Table(table.schema(), table.table(), table.columns(), rows, file));
        }
        return new Tables(at, versions, copied, tables.sequences(transaction, names()), head);
    }

    private long copyOut(Transaction transaction, TableShape table, String file, StagedBackup staged) {
        try {
            return staged.writeCompressed(file, out -> tables.copyOut(transaction, table, out));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> names() {
        return schemas.stream().map(Migrations::schema).toList();
    }
}
