package weir.app.handin;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import weir.app.serve.CollectParts;
import weir.app.serve.PartSettings;
import weir.app.serve.Parts;
import weir.app.serve.Surroundings;
import weir.app.settings.SettingsOptions;
import weir.app.terminal.Exit;
import weir.app.terminal.Terminal;
import weir.app.terminal.WrongUse;
import weir.collect.delivery.CheckDelivery;
import weir.collect.inbox.Inbox;
import weir.collect.inbox.ReadInbox;
import weir.collect.output.PublishOutputs;
import weir.collect.output.Refresh;
import weir.engine.dataset.Datasets;
import weir.engine.organisation.Organisations;
import weir.platform.journal.Actor;
import weir.platform.json.Json;
import weir.platform.settings.SettingValues;

/// `weir run`
@Command(
        name = "run",
        description = "Do the work that waits, then end: for a schedule, where no service runs.",
        footer = {
            "",
            "Exit code: 0 fine, 2 wrong use, 3 something outside failed, or some work failed and is tried again next time.",
            "",
            "Example: weir run collect --data weir-data"
        })
public final class RunCommand implements Runnable {

    /// How long a file of the inbox must stay as it is to be taken for whole.
    private static final Duration STILL = Duration.ofSeconds(5);

    private final Supplier<Datasets> datasets;
    private final Supplier<Organisations> organisations;
    private final Terminal terminal;
    private final Supplier<Surroundings> surroundings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public RunCommand(
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
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: collect.");
    }

    @Command(
            name = "collect",
            description = {
                "Take what is in the inbox, check what was delivered, make the outputs anew that this changes.",
                "A service does this by itself: while one has the data folder, this command does nothing."
            },
            mixinStandardHelpOptions = true)
    int collect(@Mixin SettingsOptions options, @Option(names = "--json", description = "Print JSON.") boolean json)
            throws IOException {
        SettingValues settings = options.read();
        Surroundings here = surroundings.get();
        try (Parts parts = new Parts(settings, here)) {
            if (parts.isHeldByAnother()) {
                throw new WrongUse("A service has the data folder " + parts.folder()
                        + " and does this work by itself: hand in with 'weir deliver', or stop the service first.");
            }
            Optional<Inbox> inbox = new PartSettings(settings).inbox(parts.folder()).map(Inbox::open);
            try {
                return collect(settings, here, parts, inbox, json);
            } finally {
                inbox.ifPresent(Inbox::close);
            }
        }
    }

    private int collect(SettingValues settings, Surroundings here, Parts parts, Optional<Inbox> inbox, boolean json)
            throws IOException {
        CollectParts collect = CollectParts.of(
                parts.database(), parts.objects(), settings, here, datasets, organisations.get(), inbox,
                unknown -> sayUnknown(unknown));
        Actor process = Actor.process("command-" + HexFormat.of().toHexDigits(here.random().nextInt()));
        int taken = collect.readInbox().isPresent() ? take(collect.readInbox().get(), process, parts) : 0;
        collect.jobs().submit(Refresh.atStart(process));
        try (CollectWork work = CollectWork.start(collect, settings, parts.folder())) {
            work.awaitAll(parts::checkInterruption);
            if (collect.readInbox().isPresent()) {
                collect.readInbox().get().look(process, parts::checkInterruption);
            }
            return tell(work, taken, json);
        }
    }

    private void sayUnknown(int folders) {
        if (folders > 0) {
            terminal.say("Warning: " + folders + " folders of the inbox are nobody's and are passed over:"
                    + " their names must end in '-' and a code of organisations.yaml.");
        }
    }

    private static int take(ReadInbox inbox, Actor process, Parts parts) throws IOException {
        ReadInbox.Round first = inbox.look(process, parts::checkInterruption);
        if (first.waiting() == 0) {
            return first.taken();
        }
        try {
            TimeUnit.MILLISECONDS.sleep(STILL.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted. What was taken by then is handed in.");
        }
        return first.taken() + inbox.look(process, parts::checkInterruption).taken();
    }

    private int tell(CollectWork work, int taken, boolean json) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        counts.put("taken_from_inbox", taken);
        counts.put("files_checked", work.done(CheckDelivery.KIND.name()));
        counts.put("outputs_published", work.done(PublishOutputs.KIND.name()));
        counts.put("failed_attempts", work.failed());
        if (json) {
            PrintWriter out = spec.commandLine().getOut();
            out.println(Json.write(counts));
            out.flush();
        }
        terminal.say("Taken from the inbox: " + taken + " files. Checked: " + counts.get("files_checked")
                + " files. Outputs published: " + counts.get("outputs_published") + ".");
        if (work.failed() > 0) {
            terminal.say("weir: " + work.failed() + " pieces of work failed and are tried again next time: 'weir doctor' looks for the cause.");
            return Exit.OUTSIDE;
        }
        return Exit.OK;
    }
}
