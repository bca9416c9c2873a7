package weir.app.audit;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import weir.app.schema.DatasetChoice;
import weir.engine.audit.Audit;
import weir.engine.dataset.Dataset;
import weir.engine.dataset.Datasets;
import weir.engine.dataset.UseCase;
import weir.engine.yaml.Nearest;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

/// Says what becomes of every field for each use case, and which clause of the agreement says so.
///
/// Exit codes: 0 written, 2 wrong use, 3 the datasets could not be read or the file not written.
@Command(
        name = "audit",
        description = "Say what becomes of every field for each use case, and by which clause.",
        mixinStandardHelpOptions = true)
public final class AuditCommand implements Callable<Integer> {

    private static final int WRITTEN = 0;
    private static final int OUTSIDE_FAILED = 3;

    private final Supplier<Datasets> datasets;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(index = "0", paramLabel = "DATASET", description = "The dataset, as in ssda903.")
    private String dataset = "";

    @Option(names = "--use-case", paramLabel = "NAME", description = "A use case; may be given again (default: all).")
    private List<String> useCases = new ArrayList<>();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private AuditReport format = AuditReport.TEXT;

    @Option(names = "--output", paramLabel = "FILE", description = "The file to write (default: standard output).")
    private Optional<Path> output = Optional.empty();

    public AuditCommand(Supplier<Datasets> datasets) {
        this.datasets = datasets;
    }

    @Override
    public Integer call() {
        DatasetChoice choice = new DatasetChoice(datasets, commandLine());
        return choice.run(() -> {
            Dataset chosen = choice.dataset(dataset);
            return write(Audit.of(chosen, useCases(choice, chosen)));
        });
    }

    private List<UseCase> useCases(DatasetChoice choice, Dataset chosen) {
        if (useCases.isEmpty()) {
            return chosen.useCases();
        }
        List<String> known = chosen.useCases().stream().map(useCase -> useCase.name().value()).toList();
        for (String name : useCases) {
            if (known.stream().noneMatch(name::equalsIgnoreCase)) {
                throw choice.wrong(chosen.id() + " has no use case '" + name + "'; it has " + String.join(", ", known) + "."
                        + Nearest.question(name, known));
            }
        }
        return chosen.useCases().stream()
                .filter(useCase -> useCases.stream().anyMatch(useCase.name().value()::equalsIgnoreCase))
                .toList();
    }

    private int write(Audit audit) {
        if (output.isPresent()) {
            return write(audit, output.get());
        }
        PrintWriter out = commandLine().getOut();
        try {
            format.write(audit, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.flush();
        return WRITTEN;
    }

    private int write(Audit audit, Path file) {
        try {
            replace(audit, file);
            return WRITTEN;
        } catch (IOException e) {
            commandLine().getErr().println("The audit could not be written to " + file
                    + ": name a file in a folder that exists and has space (" + e.getClass().getSimpleName() + ").");
            return OUTSIDE_FAILED;
        }
    }

    /// Writes beside the file, syncs and moves it into place, so that nobody reads half an audit.
    private void replace(Audit audit, Path file) throws IOException {
        Path part = file.resolveSibling("." + file.getFileName() + ".partial");
        try {
            try (FileChannel channel = FileChannel.open(part, CREATE, WRITE, TRUNCATE_EXISTING);
                    Writer writer = Channels.newWriter(channel, StandardCharsets.UTF_8)) {
                format.write(audit, writer);
                writer.flush();
                channel.force(true);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private CommandLine commandLine() {
        if (spec == null) {
            throw new IllegalStateException("The command runs only through its command line.");
        }
        return spec.commandLine();
    }
}
