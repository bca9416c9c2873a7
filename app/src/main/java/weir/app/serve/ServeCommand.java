package weir.app.serve;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import weir.app.log.Logging;
import weir.app.settings.ServiceSettings;
import weir.app.settings.SettingsOptions;
import weir.app.terminal.Exit;
import weir.app.terminal.Terminal;
import weir.app.terminal.WrongUse;
import weir.engine.dataset.Datasets;
import weir.engine.organisation.Organisations;
import weir.platform.settings.SettingValues;

/// `weir serve`
@Command(
        name = "serve",
        description = "Run the service: database, broker and objects embedded or by address, pages and APIs, jobs.",
        footer = {
            "",
            "Stop it with Ctrl-C or SIGTERM: it finishes what it has accepted.",
            "",
            "Exit code: 2 the settings have problems, 3 something outside failed.",
            "",
            "Example: weir serve --data weir-data"
        })
public final class ServeCommand implements Callable<Integer> {

    private final Supplier<Datasets> datasets;
    private final Supplier<Organisations> organisations;
    private final Terminal terminal;
    private final Supplier<Surroundings> surroundings;

    @Mixin
    private SettingsOptions options = new SettingsOptions();

    @Option(
            names = "--roles",
            paramLabel = "LIST",
            description = "What this process does, of web,stream,worker,scheduler. Default: the setting 'roles', all of them.")
    private @Nullable String roles;

    public ServeCommand(
            Supplier<Datasets> datasets,
            Supplier<Organisations> organisations,
            Terminal terminal,
            Supplier<Surroundings> surroundings) {
        this.datasets = datasets;
        this.organisations = organisations;
        this.terminal = terminal;
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws InterruptedException {
        Surroundings here = surroundings.get();
        Instant begun = here.clock().instant();
        Logging.start(Optional.ofNullable(System.getenv("WEIR_LOG")).orElse("info"));
        SettingValues settings = settings();
        terminal.say("Starting. Data folder: " + settings.path(ServiceSettings.DATA));
        try (GuardedService guarded = GuardedService.start(
                () -> Service.start(settings, here, datasets, organisations.get()), terminal)) {
            sayReady(guarded.service(), settings, Duration.between(begun, here.clock().instant()));
            guarded.awaitStop();
        }
        return Exit.OK;
    }

    private SettingValues settings() {
        SettingValues settings = options.read();
        SettingValues wanted = roles == null ? settings : settings.with(ServiceSettings.ROLES, roles, "--roles");
        try {
            Role.parse(wanted.get(ServiceSettings.ROLES));
        } catch (IllegalArgumentException e) {
            throw new WrongUse(String.valueOf(e.getMessage()));
        }
        return wanted;
    }

    private void sayReady(Service service, SettingValues settings, Duration time) {
        service.addresses().forEach(address -> terminal.say("  " + address));
        if (settings.get(ServiceSettings.SIGN_ON).equals("none")) {
            terminal.say("  No sign-on: whoever sits at this machine is the administrator.");
        }
        terminal.say(String.format(Locale.ROOT, "Ready after %.1f s. Stop with Ctrl-C.", time.toMillis() / 1000.0));
    }
}
