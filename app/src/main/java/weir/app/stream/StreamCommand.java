package weir.app.stream;

import java.util.function.Supplier;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import weir.app.serve.Surroundings;
import weir.app.terminal.Terminal;

/// `weir stream`
@Command(
        name = "stream",
        description = "Read and post streams, see what was wrong with what was posted, and send dead letters back.",
        footer = {
            "",
            "Exit code: 0 fine, 1 the data has errors, 2 wrong use, 3 something outside failed.",
            "",
            "Example: weir stream topics"
        })
public final class StreamCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private StreamCommand() {}

    /// The command with its five.
    public static CommandLine of(Terminal terminal, Supplier<Surroundings> surroundings) {
        return new CommandLine(new StreamCommand())
                .addSubcommand(new TopicsCommand(surroundings))
                .addSubcommand(new ReadCommand(terminal, surroundings))
                .addSubcommand(new PostCommand(terminal, surroundings))
                .addSubcommand(new ErrorsCommand(terminal, surroundings))
                .addSubcommand(new ReplayCommand(terminal, surroundings));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: topics, read, post, errors or replay.");
    }
}
