package weir.app.backup;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import weir.app.serve.Dependencies;
import weir.app.serve.ObjectAnchors;
import weir.app.serve.Parts;
import weir.app.serve.Surroundings;
import weir.app.settings.ServiceSettings;
import weir.app.settings.SettingsOptions;
import weir.app.terminal.Exit;
import weir.app.terminal.Progress;
import weir.app.terminal.Terminal;
import weir.engine.pipeline.OutputFolder;
import weir.platform.backup.BackupFolder;
import weir.platform.backup.Restore;
import weir.platform.backup.Restored;
import weir.platform.broker.TopicLogs;
import weir.platform.settings.SettingValues;

/// `weir restore`
@Command(
        name = "restore",
        description = {
            "Put a backup into a new data folder, or into an empty database and bucket if the settings name them.",
            "Every checksum is proved before, rows, objects and the journal are compared after. It is there whole or not at all."
        },
        footer = {
            "",
            "Exit code: 0 restored, 1 the backup is damaged, 2 wrong use, 3 something outside failed.",
            "",
            "Example: weir restore backups/monday --data weir-data-restored"
        })
public final class RestoreCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Supplier<Surroundings> surroundings;

    @Mixin
    private SettingsOptions options = new SettingsOptions();

    @Parameters(index = "0", paramLabel = "BACKUP", description = "The folder that 'weir backup' has made.")
    private Path source = Path.of("");

    public RestoreCommand(Terminal terminal, Supplier<Surroundings> surroundings) {
        this.terminal = terminal;
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        SettingValues settings = options.read();
        Path target = settings.path(ServiceSettings.DATA);
        refuseUnlessEmpty(target);
        BackupFolder backup = BackupFolder.open(source);
        Restored restored;
        try (OutputFolder staged = OutputFolder.stage(target)) {
            Files.setPosixFilePermissions(staged.staged(), PosixFilePermissions.fromString("rwx------"));
            SettingValues aside = settings.with(ServiceSettings.DATA, staged.staged().toString(), "restore");
            restored = restore(backup, aside);
            staged.publish();
        }
        sayRestored(restored, backup, target);
        restoreUsers(backup, settings.path(ServiceSettings.USERS_FILE));
        return Exit.OK;
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
            throw new FileAlreadyExistsException(
                    target.toString(), null, "a backup is restored into an empty folder only; name a new one with --data");
        }
    }

    private Restored restore(BackupFolder backup, SettingValues settings) throws IOException {
        try (Parts parts = new Parts(settings, surroundings.get())) {
            try (Progress progress = Progress.of(terminal, surroundings.get().clock(), "Proving the backup", backup.size())) {
                backup.prove(bytes -> moved(parts, progress, bytes));
            }
            Restore restore = new Restore(backup, Dependencies.MIGRATIONS, parts.bareDatabase(), parts.objects(),
                    new ObjectAnchors(parts.objects()), () -> TopicLogs.open(parts.broker()));
            try (Progress progress = Progress.of(terminal, surroundings.get().clock(), "Restoring", 2 * backup.size())) {
                Restored restored = restore.run(bytes -> moved(parts, progress, bytes));
                writeServiceKey(backup, parts);
                return restored;
            }
        }
    }

    private static void moved(Parts parts, Progress progress, long bytes) {
        parts.checkInterruption();
        progress.add(bytes);
    }

    private static void writeServiceKey(BackupFolder backup, Parts parts) throws IOException {
        Optional<byte[]> key = backup.file(BackupCommand.SERVICE_KEY);
        if (key.isPresent()) {
            Path file = parts.serviceKeyFile();
            Files.createDirectories(file.resolveSibling("."));
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(file, key.get());
        }
    }

    private void sayRestored(Restored restored, BackupFolder backup, Path target) {
        terminal.say(String.format(Locale.ROOT,
                "Restored into %s and compared with the backup: %,d rows of %d tables, %,d objects (%,d bytes), %,d messages of %d topics.",
                target, restored.rows(), restored.tables(), restored.objects(), restored.objectBytes(), restored.messages(), restored.topics()));
        terminal.say(restored.journal());
        if (!backup.manifest().has(BackupCommand.SERVICE_KEY)) {
            terminal.say("The backup has no secrets: bring the service key back too, or make the Hawk keys anew.");
        }
    }

    private void restoreUsers(BackupFolder backup, Path users) throws IOException {
        Optional<byte[]> kept = backup.file(BackupCommand.USERS);
        if (kept.isEmpty()) {
            return;
        }
        if (Files.exists(users)) {
            terminal.say("The users file " + users + " is there already and stays as it is; the backup's is "
                    + source.resolve(BackupCommand.USERS) + ".");
            return;
        }
        Files.createDirectories(users.resolveSibling("."));
        Files.createFile(users, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(users, kept.get());
        terminal.say("The users file is put back as " + users + ".");
    }
}
