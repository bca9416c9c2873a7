package weir.app.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
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
import weir.app.terminal.WrongUse;
import weir.platform.backup.Backup;
import weir.platform.backup.Manifest;
import weir.platform.broker.TopicLogs;
import weir.platform.journal.Action;
import weir.platform.journal.Actor;
import weir.platform.journal.Entry;
import weir.platform.journal.Journal;
import weir.platform.journal.Subject;
import weir.platform.json.Json;
import weir.platform.settings.Setting;
import weir.platform.settings.SettingValues;
import weir.platform.settings.SettingsGroup;

/// `weir backup`
@Command(
        name = "backup",
        description = {
            "Copy everything the service keeps into a new folder, while it runs or not: tables as of one moment, objects,",
            "topics, users. The folder appears whole or not at all. It holds personal data: keep it as you keep the service's."
        },
        footer = {
            "",
            "Exit code: 0 made, 2 wrong use, 3 something outside failed and nothing is there.",
            "",
            "Example: weir backup backups/monday"
        })
public final class BackupCommand implements Callable<Integer> {

    static final String USERS = "users.yaml";
    static final String SERVICE_KEY = "secrets/service-key";

    private final Terminal terminal;
    private final Supplier<Surroundings> surroundings;
    private final String version;

    @Mixin
    private SettingsOptions options = new SettingsOptions();

    @Parameters(index = "0", paramLabel = "FOLDER", description = "The folder to make. It must not be there, or be empty.")
    private Path target = Path.of("");

    @Option(
            names = "--with-secrets",
            description = "Also copy the service key, without which restored Hawk keys open nothing. Then guard the backup like a key.")
    private boolean withSecrets;

    /// @param version of this program
    public BackupCommand(Terminal terminal, Supplier<Surroundings> surroundings, String version) {
        this.terminal = terminal;
        this.surroundings = surroundings;
        this.version = version;
    }

    @Override
    public Integer call() throws IOException {
        SettingValues settings = options.read();
        Path place = target.toAbsolutePath().normalize();
        Path data = settings.path(ServiceSettings.DATA);
        if (place.startsWith(data)) {
            throw new WrongUse("The backup would lie in the data folder " + data + ": name a folder elsewhere, best on another disk.");
        }
        if (!Files.isDirectory(data) && settings.find(ServiceSettings.DATABASE_URL).filter(url -> !url.isBlank()).isEmpty()) {
            throw new WrongUse("There is no data folder " + data + ": name it with --data, or the settings with --settings.");
        }
        try (Parts parts = new Parts(settings, surroundings.get())) {
            Manifest made = make(parts, settings, place);
            new Journal(parts.database()).append(entry(made));
            terminal.say(String.format(Locale.ROOT, "Backup made in %s: %,d rows of %d tables, %,d objects (%,d bytes), %,d messages of %d topics.",
                    target, made.rows(), made.tables().size(), made.objects().count(), made.objects().bytes(), made.messages(), made.topics().size()));
        }
        terminal.say("Restore it with: weir restore " + target + " --data NEW-FOLDER");
        return Exit.OK;
    }

    private Manifest make(Parts parts, SettingValues settings, Path place) throws IOException {
        try (TopicsInReach topics = TopicsInReach.of(parts)) {
            Backup backup = new Backup(parts.database(), parts.objects(), topics.logs(), Dependencies.MIGRATIONS,
                    ObjectAnchors::sequence, surroundings.get().clock());
            try (Progress progress = Progress.of(terminal, surroundings.get().clock(), "Backing up", backup.estimate())) {
                return backup.make(place, version, others(parts, settings), bytes -> {
                    parts.checkInterruption();
                    progress.add(bytes);
                });
            }
        }
    }

    /// The broker's topics, when there is a broker.
    private record TopicsInReach(Optional<TopicLogs> logs) implements AutoCloseable {

        static TopicsInReach of(Parts parts) {
            return new TopicsInReach(parts.hasBroker() ? Optional.of(TopicLogs.open(parts.broker())) : Optional.empty());
        }

        @Override
        public void close() {
            logs.ifPresent(TopicLogs::close);
        }
    }

    private Map<String, byte[]> others(Parts parts, SettingValues settings) throws IOException {
        Map<String, byte[]> others = new LinkedHashMap<>();
        Path users = settings.path(ServiceSettings.USERS_FILE);
        if (Files.isRegularFile(users)) {
            others.put(USERS, Files.readAllBytes(users));
        }
        others.put("settings.json", Json.write(open(settings)).getBytes(StandardCharsets.UTF_8));
        if (withSecrets) {
            Optional<String> given = settings.find(ServiceSettings.SERVICE_KEY).map(secret -> secret.reveal());
            if (given.isPresent()) {
                others.put(SERVICE_KEY, (given.get() + "\n").getBytes(StandardCharsets.UTF_8));
            } else if (Files.isRegularFile(parts.serviceKeyFile())) {
                others.put(SERVICE_KEY, Files.readAllBytes(parts.serviceKeyFile()));
            }
        }
        return others;
    }

    /// What somebody has set, without secrets.
    private static Map<String, String> open(SettingValues settings) {
        Map<String, String> open = new TreeMap<>();
        for (SettingsGroup group : settings.groups()) {
            for (Setting<?> setting : group.settings()) {
                settings.shown(setting)
                        .filter(given -> !setting.isSecret() && !given.place().equals("standard"))
                        .ifPresent(given -> open.put(setting.key(), given.text()));
            }
        }
        return open;
    }

    private Entry entry(Manifest made) {
        return Entry.of(Action.BACKUP_MADE, Actor.person(Parts.operator()), new Subject("backup", made.madeAt().toString()))
                .count("rows", made.rows())
                .count("objects", made.objects().count())
                .count("bytes", made.objects().bytes())
                .count("messages", made.messages())
                .detail("secrets", withSecrets ? "with" : "without");
    }
}
