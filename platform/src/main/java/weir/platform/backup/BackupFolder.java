package weir.platform.backup;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;

import tools.jackson.core.JacksonException;
import weir.platform.json.Json;

/// A backup that lies in a folder. It is only read.
public final class BackupFolder {

    private final Path folder;
    private final Manifest manifest;

    private BackupFolder(Path folder, Manifest manifest) {
        this.folder = folder;
        this.manifest = manifest;
    }

    /// Reads the manifest; [#prove] looks at the rest.
    /// @throws NoBackup      when the folder has no manifest of a backup
    /// @throws BackupDamaged when the manifest is not what was written
    /// @throws BackupTooNew  when this program does not know its form
    public static BackupFolder open(Path folder) throws IOException {
        Path file = folder.resolve(Backup.MANIFEST);
        Path sum = folder.resolve(Backup.MANIFEST_SUM);
        if (!Files.isRegularFile(file) && !Files.isRegularFile(sum)) {
            throw new NoBackup(folder);
        }
        if (!Files.isRegularFile(file) || !Files.isRegularFile(sum)) {
            throw new BackupDamaged("its manifest or the manifest's checksum is missing");
        }
        byte[] bytes = Files.readAllBytes(file);
        String expected = HexFormat.of().formatHex(StagedBackup.sha256().digest(bytes)) + "  " + Backup.MANIFEST + "\n";
        if (!expected.equals(new String(Files.readAllBytes(sum), StandardCharsets.UTF_8))) {
            throw new BackupDamaged("its manifest is not what was written");
        }
        return new BackupFolder(folder, parse(new String(bytes, StandardCharsets.UTF_8)));
    }

    private static Manifest parse(String text) {
        FormatLine line = new FormatLine(text);
        if (line.format() > Manifest.FORMAT) {
            throw new BackupTooNew(line.program(), "its form is " + line.format() + " and this one reads " + Manifest.FORMAT);
        }
        try {
            return Json.read(text, Manifest.class);
        } catch (JacksonException e) {
            throw new BackupDamaged("its manifest has another form");
        }
    }

    public Manifest manifest() {
        return manifest;
    }

    /// How many bytes [#prove] reads.
    public long size() {
        return manifest.files().stream().mapToLong(Manifest.StoredFile::bytes).sum() + manifest.objects().bytes();
    }

    /// Reads every file and compares it with the manifest or the index.
    /// @param progress told how many more bytes were read
    /// @throws BackupDamaged at the first that is missing or differs
    public void prove(LongConsumer progress) throws IOException {
        for (Manifest.StoredFile file : manifest.files()) {
            prove(file.path(), file.bytes(), file.sha256(), progress);
        }
        long count = 0;
        long bytes = 0;
        try (ObjectIndex index = objects()) {
            for (Optional<IndexedObject> next = index.next(); next.isPresent(); next = index.next()) {
                prove(next.get().path(), next.get().size(), next.get().sha256(), progress);
                count++;
                bytes += next.get().size();
            }
        }
        if (count != manifest.objects().count() || bytes != manifest.objects().bytes()) {
            throw new BackupDamaged("its index of objects does not have as many as the manifest says");
        }
    }

    private void prove(String path, long size, String sha256, LongConsumer progress) throws IOException {
        Path file = folder.resolve(path).normalize();
        if (!file.startsWith(folder.normalize()) || !Files.isRegularFile(file)) {
            throw new BackupDamaged("the file " + path + " is missing");
        }
        MessageDigest digest = StagedBackup.sha256();
        long read = 0;
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            byte[] buffer = new byte[StagedBackup.BUFFER];
            for (int some = in.read(buffer); some >= 0; some = in.read(buffer)) {
                read += some;
                progress.accept(some);
            }
        }
        if (read != size || !HexFormat.of().formatHex(digest.digest()).equals(sha256)) {
            throw new BackupDamaged("the file " + path + " is not what was written");
        }
    }

    /// A file as it is.
    InputStream open(String path) throws IOException {
        return new BufferedInputStream(Files.newInputStream(folder.resolve(path)), StagedBackup.BUFFER);
    }

    InputStream openCompressed(String path) throws IOException {
        return new GZIPInputStream(open(path), StagedBackup.BUFFER);
    }

    /// The bytes of one of its small files, such as `users.yaml`; empty when the backup has none.
    public Optional<byte[]> file(String path) throws IOException {
        return manifest.has(path) ? Optional.of(Files.readAllBytes(folder.resolve(path))) : Optional.empty();
    }

    ObjectIndex objects() throws IOException {
        return new ObjectIndex(new BufferedReader(new InputStreamReader(openCompressed(Backup.INDEX), StandardCharsets.UTF_8)));
    }

    /// The index of objects, line by line. Close it.
    record ObjectIndex(BufferedReader lines) implements AutoCloseable {

        Optional<IndexedObject> next() throws IOException {
            return Optional.ofNullable(lines.readLine()).map(line -> Json.read(line, IndexedObject.class));
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }
}
