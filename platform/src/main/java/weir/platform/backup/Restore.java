package weir.platform.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import weir.platform.backup.store.TableCopies;
import weir.platform.backup.store.TableShape;
import weir.platform.broker.TopicLogs;
import weir.platform.database.Database;
import weir.platform.database.Migrations;
import weir.platform.database.SchemaVersion;
import weir.platform.database.Transaction;
import weir.platform.journal.AnchorStore;
import weir.platform.journal.Journal;
import weir.platform.journal.Verification;
import weir.platform.objects.ListedObject;
import weir.platform.objects.ObjectKey;
import weir.platform.objects.ObjectReader;
import weir.platform.objects.ObjectStore;
import weir.platform.objects.StoredObject;

/// Puts a backup into an empty database and an empty object store. For one thread.
public final class Restore {

    private final BackupFolder backup;
    private final Manifest manifest;
    private final Map<String, Migrations> schemas;
    private final Database database;
    private final ObjectStore objects;
    private final Supplier<TopicLogs> topics;
    private final AnchorStore anchors;
    private final TableCopies tables = new TableCopies();

    /// @param schemas  of every part
    /// @param database an open one, without its migrations
    /// @param anchors  those of the journal, in the object store
    /// @param topics   asked only when the backup has any
    public Restore(
            BackupFolder backup,
            List<Migrations> schemas,
            Database database,
            ObjectStore objects,
            AnchorStore anchors,
            Supplier<TopicLogs> topics) {
        this.backup = backup;
        this.manifest = backup.manifest();
        this.schemas = schemas.stream().collect(Collectors.toMap(Migrations::schema, one -> one));
        this.database = database;
        this.objects = objects;
        this.anchors = anchors;
        this.topics = topics;
    }

    /// Looks whether the backup can go there. Nothing is changed.
    /// @throws BackupTooNew   when it has a schema or a version of one that this program does not know
    /// @throws TargetNotEmpty when something is there already
    public void check() throws IOException {
        for (Manifest.Schema schema : manifest.schemas()) {
            Migrations known = schemas.get(schema.name());
            if (known == null) {
                throw new BackupTooNew(manifest.program(), "it has the schema " + schema.name() + ", which this one does not know");
            }
            SchemaVersion here = database.version(known);
            if (isLater(schema.version(), here.latest())) {
                throw new BackupTooNew(manifest.program(), "its schema " + schema.name() + " has the version " + schema.version()
                        + " and this one knows " + here.latest());
            }
            if (!here.current().isEmpty()) {
                throw new TargetNotEmpty("The database has Weir's tables already.");
            }
        }
        try (Stream<ListedObject> listed = objects.list("")) {
            if (listed.findAny().isPresent()) {
                throw new TargetNotEmpty("The object store has objects already.");
            }
        }
    }

    private static boolean isLater(String one, String other) {
        return !one.isEmpty() && (other.isEmpty() || Long.parseLong(one) > Long.parseLong(other));
    }

    /// Checks, puts everything there and compares it. When this fails, what was put there is taken away again.
    /// @param progress told how many more bytes were taken in
    /// @throws RestoreDiffers when what is there is not what the backup has
    public Restored run(LongConsumer progress) throws IOException {
        check();
        try {
            fillTables(progress);
            storeObjects(progress);
            long messages = writeTopics();
            compareTables();
            compareObjects(progress);
            Verification journal = new Journal(database).verify(anchors, _ -> {});
            if (!(journal instanceof Verification.Intact)) {
                throw new RestoreDiffers(journal.words());
            }
            return new Restored(journal.words(), manifest.tables().size(), manifest.rows(), manifest.objects().count(),
                    manifest.objects().bytes(), manifest.topics().size(), messages);
        } catch (IOException | RuntimeException e) {
            takeAway(e);
            throw e;
        }
    }

    private void fillTables(LongConsumer progress) throws IOException {
        Map<String, String> versions = manifest.schemas().stream()
                .collect(Collectors.toMap(Manifest.Schema::name, Manifest.Schema::version));
        for (Migrations migrations : schemas.values()) {
            String version = versions.getOrDefault(migrations.schema(), "");
            if (!version.isEmpty()) {
                database.migrate(migrations, version);
            }
        }
        try {
            database.change(transaction -> fill(transaction, progress));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void fill(Transaction transaction, LongConsumer progress) {
        for (Manifest.Table table : manifest.tables()) {
            try (InputStream rows = backup.openCompressed(table.file())) {
                long found = tables.copyIn(transaction, shape(table), new CountedInput(rows, progress));
                if (found != table.rows()) {
                    throw new RestoreDiffers("the table " + shape(table).name() + " took in " + found + " rows of " + table.rows());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        manifest.sequences().forEach((name, last) -> tables.setSequence(transaction, name, last));
    }

    private static TableShape shape(Manifest.Table table) {
        return new TableShape(table.schema(), table.name(), table.columns());
    }

    private void storeObjects(LongConsumer progress) throws IOException {
        try (BackupFolder.ObjectIndex index = backup.objects()) {
            for (Optional<IndexedObject> next = index.next(); next.isPresent(); next = index.next()) {
                IndexedObject object = next.get();
                try (InputStream bytes = backup.open(object.path())) {
                    objects.put(object.objectKey(), bytes, object.terms());
                }
                progress.accept(object.size());
            }
        }
    }

    private long writeTopics() throws IOException {
        long messages = 0;
        if (manifest.topics().isEmpty()) {
            return 0;
        }
        try (TopicLogs logs = topics.get()) {
            TopicCopies copies = new TopicCopies(logs);
            for (Manifest.Topic topic : manifest.topics()) {
                try (InputStream in = backup.openCompressed(topic.file())) {
                    long written = copies.restore(topic, in);
                    if (written != topic.messages()) {
                        throw new RestoreDiffers("the topic " + topic.name() + " took in " + written + " of " + topic.messages() + " messages");
                    }
                    messages += written;
                }
            }
            return messages;
        }
    }

    /// Counts the rows as they are in the database now, then brings the schemas up to date.
    private void compareTables() {
        for (Manifest.Table table : manifest.tables()) {
            long found = database.read(transaction -> tables.count(transaction, shape(table)));
            if (found != table.rows()) {
                throw new RestoreDiffers("the table " + shape(table).name() + " has " + found + " rows and not " + table.rows());
            }
        }
        schemas.values().forEach(database::migrate);
    }

    /// Reads every object from where it was stored: that proves its bytes against the checksum it was stored with, which
    /// is compared with the backup's.
    private void compareObjects(LongConsumer progress) throws IOException {
        try (BackupFolder.ObjectIndex index = backup.objects()) {
            for (Optional<IndexedObject> next = index.next(); next.isPresent(); next = index.next()) {
                compare(next.get());
                progress.accept(next.get().size());
            }
        }
    }

    private void compare(IndexedObject expected) throws IOException {
        try (ObjectReader reader = objects.read(ObjectKey.of(expected.key()))) {
            StoredObject found = reader.object();
            reader.transferTo(OutputStream.nullOutputStream());
            if (!found.sha256().hex().equals(expected.sha256()) || found.size() != expected.size()) {
                throw new RestoreDiffers("the object " + expected.key() + " has another checksum");
            }
        }
    }

    /// As far as it can be done: what holds a retention date stays.
    private void takeAway(Exception because) {
        try {
            schemas.values().forEach(database::drop);
            try (BackupFolder.ObjectIndex index = backup.objects()) {
                for (Optional<IndexedObject> next = index.next(); next.isPresent(); next = index.next()) {
                    objects.delete(next.get().objectKey());
                }
            }
        } catch (IOException | RuntimeException e) {
            because.addSuppressed(e);
        }
    }
}
