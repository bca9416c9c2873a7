package weir.app.journal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import weir.app.serve.ObjectAnchors;
import weir.app.serve.Parts;
import weir.app.serve.Surroundings;
import weir.app.settings.SettingsOptions;
import weir.app.terminal.Exit;
import weir.app.terminal.GuardedOutput;
import weir.app.terminal.Terminal;
import weir.app.terminal.WrongUse;
import weir.engine.organisation.OrganisationCode;
import weir.platform.journal.Action;
import weir.platform.journal.Journal;
import weir.platform.journal.JournalFilter;
import weir.platform.journal.RunId;
import weir.platform.journal.SealedEntry;
import weir.platform.journal.Verification;

/// `weir journal`
@Command(
        name = "journal",
        description = "Read the journal, or prove that nobody has changed it.",
        footer = {
            "",
            "Exit code: 0 fine, 1 the journal does not hold, 2 wrong use, 3 something outside failed.",
            "",
            "Example: weir journal verify"
        })
public final class JournalCommand implements Runnable {

    private static final int PAGE = 1_000;
    private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");

    private final Terminal terminal;
    private final Supplier<Surroundings> surroundings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public JournalCommand(Terminal terminal, Supplier<Surroundings> surroundings) {
        this.terminal = terminal;
        this.surroundings = surroundings;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: verify or list.");
    }

    @Command(
            name = "verify",
            description = "Walk along the whole chain and compare it with the anchors. Prints what was found and, if it does not hold, the place.",
            mixinStandardHelpOptions = true)
    int verify(@Mixin SettingsOptions options) {
        try (Parts parts = new Parts(options.read(), surroundings.get())) {
            Journal journal = new Journal(parts.database());
            Verification found = journal.verify(new ObjectAnchors(parts.objects()), this::checked);
            PrintWriter out = spec.commandLine().getOut();
            out.println(found.words());
            out.flush();
            return found instanceof Verification.Intact ? Exit.OK : Exit.ISSUES;
        }
    }

    private void checked(long entries) {
        if (terminal.isWatched()) {
            terminal.err().print("\r" + entries + " entries checked \r");
            terminal.err().flush();
        }
    }

    /// Which entries are wanted.
    static final class Wanted {

        @Option(names = "--since", paramLabel = "TIME", description = "From this day (2026-11-22, UTC) or moment (2026-11-22T10:00:00Z) on.")
        private @Nullable String since;

        @Option(names = "--until", paramLabel = "TIME", description = "Before this day or moment.")
        private @Nullable String until;

        @Option(names = "--organisation", paramLabel = "CODE", description = "Of one organisation.")
        private @Nullable String organisation;

        @Option(names = "--action", paramLabel = "ACTION", description = "Of one action, such as delivery-received.")
        private @Nullable String action;

        @Option(names = "--run", paramLabel = "RUN", description = "Of one run.")
        private @Nullable String run;

        JournalFilter filter() {
            try {
                JournalFilter filter = JournalFilter.all().limit(PAGE)
                        .between(since == null ? Instant.EPOCH : moment(since), until == null ? END : moment(until));
                filter = organisation == null ? filter : filter.organisation(new OrganisationCode(organisation));
                filter = action == null ? filter : filter.action(new Action(action));
                return run == null ? filter : filter.run(new RunId(run));
            } catch (IllegalArgumentException e) {
                throw new WrongUse(String.valueOf(e.getMessage()));
            }
        }

        private static Instant moment(String text) {
            try {
                return text.contains("T") ? Instant.parse(text) : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
            } catch (DateTimeException e) {
                throw new WrongUse("A time is a day like 2026-11-22 or a moment like 2026-11-22T10:00:00Z.");
            }
        }
    }

    /// Output for programs instead of people.
    static final class Machine {
        @Option(names = "--json", required = true, description = "Print JSON.")
        private boolean json;

        @SuppressWarnings("UnusedVariable") // The other of the two: when it is not JSON, it is CSV.
        @Option(names = "--csv", required = true, description = "Print CSV.")
        private boolean csv;
    }

    @Command(name = "list", description = "List entries, the oldest first.", mixinStandardHelpOptions = true)
    int list(@Mixin SettingsOptions options, @Mixin Wanted wanted, @ArgGroup @Nullable Machine machine) throws IOException {
        JournalFilter filter = wanted.filter();
        try (Parts parts = new Parts(options.read(), surroundings.get());
                OutputStream out = new GuardedOutput(terminal.out())) {
            PrintWriter writer = new PrintWriter(out, false, StandardCharsets.UTF_8);
            EntryForm form = machine == null ? EntryForm.text() : machine.json ? EntryForm.json() : EntryForm.csv();
            print(new Journal(parts.database()), filter, form, writer);
            writer.flush();
        }
        return Exit.OK;
    }

    private static void print(Journal journal, JournalFilter filter, EntryForm form, PrintWriter writer) {
        writer.print(form.head());
        String between = "";
        long after = 0;
        List<SealedEntry> page;
        do {
            page = journal.page(filter.after(after));
            for (SealedEntry entry : page) {
                writer.print(between);
                writer.print(form.of(entry));
                between = form.between();
                after = entry.sequence();
            }
        } while (page.size() == PAGE);
        writer.print(form.foot());
    }
}
