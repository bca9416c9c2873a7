package weir.app.handin;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import weir.app.terminal.Exit;
import weir.app.terminal.InputFiles;
import weir.app.terminal.Progress;
import weir.app.terminal.Terminal;
import weir.platform.json.Json;

/// `weir deliver FILE…`
@Command(
        name = "deliver",
        description = {
            "Hand in files for an organisation, as one delivery.",
            "The same bytes under the same name again are said and change nothing."
        },
        footer = {
            "",
            "Exit code: 0 fine, 1 a file was not taken or, with --wait, has errors, 2 wrong use, 3 something outside failed.",
            "",
            "Example: weir deliver returns/2024 --organisation BAD --wait"
        })
public final class DeliverCommand implements Callable<Integer> {

    private static final Duration LOOK = Duration.ofMillis(300);

    private final Doors doors;
    private final Terminal terminal;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files or folders of files.")
    private List<Path> files = List.of();

    @Option(names = "--organisation", paramLabel = "CODE", required = true, description = "Whose data it is.")
    private String organisation = "";

    @Mixin
    private DoorOptions door = new DoorOptions();

    @Option(names = "--wait", description = "Wait until the files are checked, and print what is wrong with them.")
    private boolean wait;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public DeliverCommand(Doors doors, Terminal terminal) {
        this.doors = doors;
        this.terminal = terminal;
    }

    /// What became of one file.
    ///
    /// @param answer  of the door; empty when the file was not taken
    /// @param refusal why not
    private record Outcome(String name, Optional<JsonNode> answer, String refusal) {

        String delivery() {
            return answer.orElseThrow().path("id").asString();
        }

        int number() {
            return answer.orElseThrow().path("number").asInt();
        }

        boolean isNew() {
            return answer.filter(node -> node.path("is_new").asBoolean()).isPresent();
        }
    }

    /// A file as it is once it is checked.
    private record Checked(Outcome outcome, JsonNode file) {

        boolean isFaulty() {
            return file.path("errors").asInt() > 0 || file.path("state").asString().equals("refused");
        }

        String report(Door open, String form) throws IOException {
            return open.report(outcome.delivery(), outcome.number(), form);
        }
    }

    @Override
    public Integer call() throws IOException {
        List<InputFiles.Named> named = InputFiles.named(files);
        try (Door open = door.open(doors)) {
            List<Outcome> outcomes = handIn(open, named);
            List<Checked> checked = wait ? awaitChecked(open, outcomes) : List.of();
            if (json) {
                print(Json.write(shown(open, outcomes, checked)));
            } else {
                for (Checked one : checked) {
                    print(one.report(open, "text"));
                }
            }
            boolean isFine = outcomes.stream().allMatch(outcome -> outcome.answer().isPresent())
                    && checked.stream().noneMatch(Checked::isFaulty);
            return isFine ? Exit.OK : Exit.ISSUES;
        }
    }

    private List<Outcome> handIn(Door open, List<InputFiles.Named> named) throws IOException {
        long bytes = 0;
        for (InputFiles.Named file : named) {
            bytes += file.bytes();
        }
        List<Outcome> outcomes = new ArrayList<>();
        Optional<String> delivery = Optional.empty();
        try (Progress progress = Progress.of(terminal, doors.surroundings().get().clock(), "Handing in", bytes)) {
            for (InputFiles.Named file : named) {
                Outcome outcome = handIn(open, delivery, file, progress);
                outcomes.add(outcome);
                if (outcome.isNew()) {
                    delivery = Optional.of(outcome.delivery());
                }
                progress.add(file.bytes());
            }
        }
        outcomes.forEach(this::say);
        return outcomes;
    }

    private Outcome handIn(Door open, Optional<String> delivery, InputFiles.Named file, Progress progress) throws IOException {
        try {
            return new Outcome(
                    file.name(),
                    Optional.of(open.handIn(organisation, delivery, file.name(), file.path(), progress::at)),
                    "");
        } catch (DoorRefused e) {
            if (!e.isAboutTheFile()) {
                throw e;
            }
            return new Outcome(file.name(), Optional.empty(), String.valueOf(e.getMessage()));
        }
    }

    private void say(Outcome outcome) {
        if (outcome.answer().isEmpty()) {
            terminal.say("Not taken: " + outcome.name() + ". " + outcome.refusal());
        } else if (outcome.isNew()) {
            terminal.say("Handed in: " + outcome.name() + ", delivery " + outcome.delivery() + ".");
        } else {
            terminal.say("Handed in before: " + outcome.name() + ", delivery " + outcome.delivery() + ". Nothing has changed.");
        }
    }

    /// The files as they are once all of them are checked.
    private List<Checked> awaitChecked(Door open, List<Outcome> outcomes) throws IOException {
        open.work();
        List<Checked> checked = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            if (outcome.answer().isPresent()) {
                checked.add(awaitChecked(open, outcome));
            }
        }
        return checked;
    }

    private static Checked awaitChecked(Door open, Outcome outcome) throws IOException {
        try {
            while (true) {
                for (JsonNode file : open.delivery(outcome.delivery()).path("files")) {
                    boolean isIt = file.path("number").asInt() == outcome.number();
                    if (isIt && !file.path("state").asString().equals("received")) {
                        return new Checked(outcome, file);
                    }
                }
                TimeUnit.MILLISECONDS.sleep(LOOK.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted. The files are handed in and will be checked.");
        }
    }

    private Map<String, Object> shown(Door open, List<Outcome> outcomes, List<Checked> checked) throws IOException {
        List<Map<String, Object>> shown = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            Map<String, Object> file = new LinkedHashMap<>();
            file.put("file", outcome.name());
            if (outcome.answer().isEmpty()) {
                file.put("refused", outcome.refusal());
            } else {
                file.put("delivery", outcome.delivery());
                file.put("number", outcome.number());
                file.put("is_new", outcome.isNew());
                for (Checked one : checked) {
                    if (one.outcome().equals(outcome)) {
                        file.put("state", one.file().path("state").asString());
                        file.put("report", Json.read(one.report(open, "json"), JsonNode.class));
                    }
                }
            }
            shown.add(file);
        }
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("organisation", organisation);
        whole.put("files", shown);
        return whole;
    }

    private void print(String text) {
        PrintWriter out = spec.commandLine().getOut();
        out.print(text.endsWith("\n") ? text : text + "\n");
        out.flush();
    }
}
