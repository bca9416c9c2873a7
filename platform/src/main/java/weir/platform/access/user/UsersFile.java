package weir.platform.access.user;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

import weir.engine.yaml.Faults;
import weir.engine.yaml.Form;
import weir.engine.yaml.Section;
import weir.engine.yaml.YamlFile;
import weir.engine.yaml.YamlValue;
import weir.platform.access.Grant;

/// The file `users.yaml`: read at each question, changed whole under a lock, readable by its owner only.
///
/// Safe for many threads and processes.
///
/// ```yaml
/// users:
///   - name: "anna"
///     password: "$argon2id$v=19$m=19456,t=2,p=1$…"
///     roles: ["uploader:YORK", "analyst:PAN"]
/// ```
public final class UsersFile {

    private static final Form TOP = Form.of("the users file", "users");
    private static final Form USER = Form.of("a user", "name", "password", "roles");

    private static final int LOCK_TRIES = 500;
    private static final Duration LOCK_PAUSE = Duration.ofMillis(10);

    private final Path file;

    public UsersFile(Path file) {
        this.file = file.toAbsolutePath();
    }

    /// The users by name; none when there is no file.
    /// @throws IOException when the file cannot be read
    /// @throws UsersFileFaulty when it cannot be understood
    public SortedMap<String, User> read() throws IOException {
        SortedMap<String, User> users = new TreeMap<>();
        if (!Files.exists(file)) {
            return users;
        }
        List<String> sentences = new ArrayList<>();
        Faults faults = new Faults(String.valueOf(file.getFileName()), (_, line, sentence) ->
                sentences.add("Line " + line + ": " + sentence));
        Optional<YamlValue.Mapping> top = YamlFile.read(file, faults);
        top.ifPresent(mapping -> new Section(TOP, mapping, faults).items("users").forEach(item ->
                Section.of(USER, item, faults).flatMap(UsersFile::user).ifPresent(user -> {
                    if (users.put(user.name(), user) != null) {
                        faults.add(item.line(), "The name stands twice.");
                    }
                })));
        if (!sentences.isEmpty()) {
            throw new UsersFileFaulty(file, sentences);
        }
        return users;
    }

    private static Optional<User> user(Section section) {
        String name = section.text("name");
        String hash = section.text("password");
        if (!hash.isEmpty() && !Passwords.isHash(hash)) {
            section.fault("password", "This is not an Argon2id hash: set the password with weir user.");
        }
        try {
            return Optional.of(new User(name, hash, Grant.parseAll(section.texts("roles"))));
        } catch (IllegalArgumentException | UserRefused e) {
            section.fault("name", String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    /// @throws UserRefused when there is one of that name
    public void add(User user) throws IOException {
        change(users -> {
            if (users.putIfAbsent(user.name(), user) != null) {
                throw new UserRefused("There is a user of that name: take another, or set the password of that one.");
            }
        });
    }

    /// @throws UserRefused when there is none of that name
    public void setPassword(String name, String hash) throws IOException {
        change(users -> users.put(name, new User(name, hash, known(users, name).grants())));
    }

    /// @throws UserRefused when there is none of that name
    public void setGrants(String name, Set<Grant> grants) throws IOException {
        change(users -> users.put(name, new User(name, known(users, name).hash(), grants)));
    }

    /// @throws UserRefused when there is none of that name
    public void remove(String name) throws IOException {
        change(users -> users.remove(known(users, name).name()));
    }

    private static User known(Map<String, User> users, String name) {
        User user = users.get(name);
        if (user == null) {
            throw new UserRefused("There is no user of that name: weir user list shows them.");
        }
        return user;
    }

    private void change(Consumer<SortedMap<String, User>> change) throws IOException {
        Path folder = file.getParent();
        if (folder == null) {
            throw new IOException("The users file must be in a folder.");
        }
        Files.createDirectories(folder);
        Path lockFile = folder.resolve("." + file.getFileName() + ".lock");
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock _ = lock(channel)) {
            SortedMap<String, User> users = read();
            change.accept(users);
            write(folder, text(users));
        }
    }

    /// Waits for other processes; for other threads of this one, whom the system's lock only refuses, by asking again.
    private static FileLock lock(FileChannel channel) throws IOException {
        for (int tries = 1; ; tries++) {
            try {
                return channel.lock();
            } catch (OverlappingFileLockException e) {
                if (tries == LOCK_TRIES) {
                    throw new IOException("The users file is being changed by somebody else: try again.", e);
                }
                LockSupport.parkNanos(LOCK_PAUSE.toNanos());
            }
        }
    }

    private void write(Path folder, String text) throws IOException {
        Path fresh = Files.createTempFile(folder, ".users", "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /// Names, hashes and roles are of characters that need no escape within quotes.
    private static String text(SortedMap<String, User> users) {
        StringBuilder text = new StringBuilder("users:");
        if (users.isEmpty()) {
            return text.append(" []\n").toString();
        }
        text.append('\n');
        for (User user : users.values()) {
            text.append("  - name: \"").append(user.name()).append("\"\n")
                    .append("    password: \"").append(user.hash()).append("\"\n")
                    .append("    roles: [");
            List<String> roles = Grant.texts(user.grants());
            text.append(roles.isEmpty() ? "" : "\"" + String.join("\", \"", roles) + "\"").append("]\n");
        }
        return text.toString();
    }
}
