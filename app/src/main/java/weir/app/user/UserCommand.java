package weir.app.user;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import weir.app.serve.JournalledAccess;
import weir.app.serve.Parts;
import weir.app.serve.Surroundings;
import weir.app.settings.ServiceSettings;
import weir.app.settings.SettingsOptions;
import weir.app.terminal.Exit;
import weir.app.terminal.Terminal;
import weir.app.terminal.WrongUse;
import weir.platform.access.Grant;
import weir.platform.access.user.Passwords;
import weir.platform.access.user.User;
import weir.platform.access.user.Users;
import weir.platform.access.user.UsersFile;
import weir.platform.journal.Journal;
import weir.platform.json.Json;
import weir.platform.secret.Secret;
import weir.platform.settings.SettingValues;

/// `weir user`
@Command(
        name = "user",
        description = {
            "Keep the file of local users. What is changed holds from the next request on.",
            "A password is asked for without showing it, or read from --password-file or standard input."
        },
        footer = {
            "",
            "Roles: uploader:ORGANISATION, viewer:ORGANISATION, analyst:USE_CASE,",
            "publisher, subscriber, engineer, administrator.",
            "",
            "Exit code: 0 fine, 2 wrong use, 3 something outside failed.",
            "",
            "Example: weir user add jo --role uploader:BAD"
        })
public final class UserCommand implements Runnable {

    private static final String PASSWORD_FILE = "A file that holds the password and nothing else.";
    private static final String NAME = "The user's name.";

    private final Terminal terminal;
    private final InputStream input;
    private final Supplier<Surroundings> surroundings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public UserCommand(Terminal terminal, InputStream input, Supplier<Surroundings> surroundings) {
        this.terminal = terminal;
        this.input = input;
        this.surroundings = surroundings;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: add, roles, password, remove or list.");
    }

    @Command(name = "add", description = "Add a user.", mixinStandardHelpOptions = true)
    int add(
            @Mixin SettingsOptions options,
            @Parameters(index = "0", paramLabel = "NAME", description = NAME) String name,
            @Option(names = "--role", paramLabel = "ROLE", required = true, description = "A role; may be given several times.") List<String> roles,
            @Option(names = "--password-file", paramLabel = "FILE", description = PASSWORD_FILE) @Nullable Path file)
            throws IOException {
        Set<Grant> grants = grants(roles);
        Secret password = password(file);
        change(options, (users, by) -> users.add(by, name, password, grants));
        terminal.say("Added " + name + ".");
        return Exit.OK;
    }

    @Command(name = "roles", description = "Give a user these roles and no others.", mixinStandardHelpOptions = true)
    int roles(
            @Mixin SettingsOptions options,
            @Parameters(index = "0", paramLabel = "NAME", description = NAME) String name,
            @Parameters(index = "1..*", arity = "1..*", paramLabel = "ROLE", description = "The roles.") List<String> roles)
            throws IOException {
        Set<Grant> grants = grants(roles);
        change(options, (users, by) -> users.setGrants(by, name, grants));
        terminal.say(name + " now has: " + String.join(", ", Grant.texts(grants)) + ".");
        return Exit.OK;
    }

    @Command(name = "password", description = "Give a user a new password. Their sessions end.", mixinStandardHelpOptions = true)
    int password(
            @Mixin SettingsOptions options,
            @Parameters(index = "0", paramLabel = "NAME", description = NAME) String name,
            @Option(names = "--password-file", paramLabel = "FILE", description = PASSWORD_FILE) @Nullable Path file)
            throws IOException {
        Secret password = password(file);
        change(options, (users, by) -> users.setPassword(by, name, password));
        terminal.say("The password of " + name + " is changed.");
        return Exit.OK;
    }

    @Command(name = "remove", description = "Remove a user. Their sessions end.", mixinStandardHelpOptions = true)
    int remove(
            @Mixin SettingsOptions options,
            @Parameters(index = "0", paramLabel = "NAME", description = NAME) String name)
            throws IOException {
        change(options, (users, by) -> users.remove(by, name));
        terminal.say("Removed " + name + ".");
        return Exit.OK;
    }

    @Command(name = "list", description = "List the users and their roles.", mixinStandardHelpOptions = true)
    int list(
            @Mixin SettingsOptions options,
            @Option(names = "--json", description = "Print JSON.") boolean json)
            throws IOException {
        List<User> users = List.copyOf(new UsersFile(usersFile(options.read())).read().values());
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.write(users.stream().map(UserCommand::shown).toList()));
        } else {
            int width = users.stream().mapToInt(user -> user.name().length()).max().orElse(0);
            users.forEach(user -> out.println(String.format(Locale.ROOT, "%-" + Math.max(1, width) + "s  %s", user.name(),
                    String.join(" ", Grant.texts(user.grants())))));
        }
        out.flush();
        return Exit.OK;
    }

    private static Map<String, Object> shown(User user) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("name", user.name());
        shown.put("roles", Grant.texts(user.grants()));
        return shown;
    }

    private interface Change {

        void with(Users users, String by) throws IOException;
    }

    private void change(SettingsOptions options, Change change) throws IOException {
        SettingValues settings = options.read();
        SecureRandom random = surroundings.get().random();
        try (Parts parts = new Parts(settings, surroundings.get())) {
            JournalledAccess events = new JournalledAccess(new Journal(parts.database()));
            change.with(new Users(new UsersFile(usersFile(settings)), new Passwords(random), events), Parts.operator());
        }
        if (!settings.get(ServiceSettings.SIGN_ON).equals("local")) {
            terminal.say("The setting access.sign-on is '" + settings.get(ServiceSettings.SIGN_ON)
                    + "': set it to local for the users file to count.");
        }
    }

    private static Path usersFile(SettingValues settings) {
        return settings.path(ServiceSettings.USERS_FILE);
    }

    private Secret password(@Nullable Path file) throws IOException {
        return new PasswordSource(terminal, input).read(Optional.ofNullable(file));
    }

    private static Set<Grant> grants(List<String> roles) {
        try {
            return Grant.parseAll(roles);
        } catch (IllegalArgumentException e) {
            throw new WrongUse(String.valueOf(e.getMessage()));
        }
    }
}
