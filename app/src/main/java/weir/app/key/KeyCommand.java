package weir.app.key;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
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
import weir.app.settings.SettingsOptions;
import weir.app.terminal.Exit;
import weir.app.terminal.Terminal;
import weir.app.terminal.WrongUse;
import weir.engine.organisation.OrganisationCode;
import weir.engine.organisation.Organisations;
import weir.engine.yaml.Nearest;
import weir.platform.access.Grant;
import weir.platform.access.key.KeyRequest;
import weir.platform.access.key.Keys;
import weir.platform.access.key.NewKey;
import weir.platform.access.key.store.KeyRow;
import weir.platform.journal.Journal;
import weir.platform.json.Json;
import weir.platform.secret.Secret;

/// `weir key`
@Command(
        name = "key",
        description = {
            "Make, list and revoke the keys that programs sign on with.",
            "A key's secret is printed once, on standard output, and cannot be shown again."
        },
        footer = {
            "",
            "Exit code: 0 fine, 2 wrong use, 3 something outside failed.",
            "",
            "Example: weir key add --organisation BAD --role uploader:BAD --days 365"
        })
public final class KeyCommand implements Runnable {

    private final Supplier<Organisations> organisations;
    private final Terminal terminal;
    private final Supplier<Surroundings> surroundings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public KeyCommand(Supplier<Organisations> organisations, Terminal terminal, Supplier<Surroundings> surroundings) {
        this.organisations = organisations;
        this.terminal = terminal;
        this.surroundings = surroundings;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: add, hawk, list or revoke.");
    }

    /// What both kinds of keys are asked for.
    static final class About {

        @Option(names = "--organisation", paramLabel = "CODE", required = true, description = "Whose program holds the key.")
        private String organisation = "";

        @Option(names = "--description", paramLabel = "TEXT", description = "What it is for, in your words.")
        private String description = "";

        @Option(names = "--days", paramLabel = "N", description = "How many days it holds. Default: until it is revoked.")
        private @Nullable Integer days;

        @Option(names = "--json", description = "Print id and secret as JSON.")
        private boolean json;

        KeyRequest request() {
            try {
                return new KeyRequest(Parts.operator(), new OrganisationCode(organisation), description,
                        Optional.ofNullable(days).map(Duration::ofDays));
            } catch (IllegalArgumentException e) {
                throw new WrongUse("--organisation: " + e.getMessage());
            }
        }
    }

    /// Who only receives need not be on the list, so a code that is not there is no mistake for certain.
    private void warnOfUnknown(String code) {
        List<String> known = organisations.get().all().stream().map(one -> one.code().value()).toList();
        if (!known.contains(code)) {
            terminal.say("Warning: " + code + " is not in organisations.yaml. The key is made all the same."
                    + Nearest.question(code, known));
        }
    }

    @Command(name = "add", description = "Make an API key. Its token is printed once.", mixinStandardHelpOptions = true)
    int add(
            @Mixin SettingsOptions options,
            @Mixin About about,
            @Option(names = "--role", paramLabel = "ROLE", required = true,
                    description = "A role such as uploader:BAD or analyst:PAN; may be given several times.") List<String> roles)
            throws IOException {
        KeyRequest request = about.request();
        warnOfUnknown(about.organisation);
        Set<Grant> grants = grants(roles);
        NewKey made = with(options, keys -> keys.makeApiKey(request, grants));
        print(made, about.json);
        terminal.say("The API key " + made.id() + " is made. Send its token as: Authorization: Bearer TOKEN");
        return Exit.OK;
    }

    @Command(
            name = "hawk",
            description = "Make a Hawk key. Its id and its secret are printed, the secret once.",
            mixinStandardHelpOptions = true)
    int hawk(
            @Mixin SettingsOptions options,
            @Mixin About about,
            @Option(names = "--scope", paramLabel = "SCOPE", required = true,
                    description = "What it opens, or * for all; may be given several times.") List<String> scopes,
            @Option(names = "--id", paramLabel = "ID", description = "Its id. Default: a random one.") @Nullable String id,
            @Option(names = "--secret-file", paramLabel = "FILE",
                    description = "A file with the secret an old service has given out, so that its client need not change.") @Nullable Path file)
            throws IOException {
        KeyRequest request = about.request();
        warnOfUnknown(about.organisation);
        Optional<Secret> secret = file == null ? Optional.empty() : Optional.of(secret(file));
        NewKey made = with(options, keys -> {
            String wanted = id == null ? keys.newHawkId() : id;
            return secret.isPresent()
                    ? keys.importHawkKey(request, wanted, secret.get(), Set.copyOf(scopes))
                    : keys.makeHawkKey(request, wanted, Set.copyOf(scopes));
        });
        if (secret.isEmpty()) {
            print(made, about.json);
        }
        terminal.say("The Hawk key " + made.id() + " is made" + (secret.isEmpty() ? "." : " with the secret of the file."));
        return Exit.OK;
    }

    @Command(name = "list", description = "List the keys, without their secrets.", mixinStandardHelpOptions = true)
    int list(
            @Mixin SettingsOptions options,
            @Option(names = "--json", description = "Print JSON.") boolean json)
            throws IOException {
        List<KeyRow> rows = with(options, Keys::list);
        Instant now = surroundings.get().clock().instant();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.write(rows.stream().map(row -> shown(row, now)).toList()));
        } else {
            rows.forEach(row -> out.println(String.format(Locale.ROOT, "%-20s  %-4s  %-7s  %-8s  %s  %s", row.id(),
                    row.kind().code(), state(row, now), row.organisation(), String.join(" ", row.opens()), row.description())
                    .stripTrailing()));
        }
        out.flush();
        return Exit.OK;
    }

    @Command(
            name = "revoke",
            description = "Revoke a key. From the next request on it opens nothing.",
            mixinStandardHelpOptions = true)
    int revoke(
            @Mixin SettingsOptions options,
            @Parameters(index = "0", paramLabel = "ID", description = "The key's id, as 'weir key list' shows it.") String id)
            throws IOException {
        if (!with(options, keys -> keys.revoke(Parts.operator(), id))) {
            throw new WrongUse("There is no key " + id + " to revoke: 'weir key list' shows them.");
        }
        terminal.say("The key " + id + " is revoked.");
        return Exit.OK;
    }

    private static String state(KeyRow row, Instant now) {
        return row.revokedAt().isPresent() ? "revoked" : row.holdsAt(now) ? "holds" : "ended";
    }

    private static Map<String, Object> shown(KeyRow row, Instant now) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", row.id());
        shown.put("kind", row.kind().code());
        shown.put("state", state(row, now));
        shown.put("organisation", row.organisation().value());
        shown.put("opens", row.opens());
        shown.put("description", row.description());
        shown.put("made_by", row.madeBy());
        shown.put("made_at", row.madeAt().toString());
        row.endsAt().ifPresent(time -> shown.put("ends_at", time.toString()));
        row.revokedAt().ifPresent(time -> shown.put("revoked_at", time.toString()));
        row.lastUsedAt().ifPresent(time -> shown.put("last_used_at", time.toString()));
        return shown;
    }

    private interface Work<T> {

        T with(Keys keys);
    }

    private <T> T with(SettingsOptions options, Work<T> work) throws IOException {
        Surroundings here = surroundings.get();
        try (Parts parts = new Parts(options.read(), here)) {
            JournalledAccess events = new JournalledAccess(new Journal(parts.database()));
            return work.with(new Keys(parts.database(), parts.serviceKey(), here.random(), here.clock(), events));
        }
    }

    private void print(NewKey made, boolean json) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            Map<String, String> shown = new LinkedHashMap<>();
            shown.put("id", made.id());
            shown.put("secret", made.secret().reveal());
            out.println(Json.write(shown));
        } else {
            out.println(made.secret().reveal());
        }
        out.flush();
    }

    private static Secret secret(Path file) throws IOException {
        String text = Files.readString(file).strip();
        if (text.isEmpty()) {
            throw new WrongUse("The file " + file + " is empty: it must hold the secret.");
        }
        return Secret.of(text);
    }

    private static Set<Grant> grants(List<String> roles) {
        try {
            return Grant.parseAll(roles);
        } catch (IllegalArgumentException e) {
            throw new WrongUse(String.valueOf(e.getMessage()));
        }
    }
}
