package weir.app.generate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Year;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.random.RandomGeneratorFactory;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import weir.app.terminal.Exit;
import weir.app.terminal.StagedFile;
import weir.app.terminal.WrongUse;
import weir.platform.json.Json;
import weir.stream.sif.SifGenerator;

/// `weir generate sif`
@Command(
        name = "sif",
        description = "Write made-up students as one document of SIF 3.4, to be posted to a stream; none of them exists.",
        footer = {"", "Example: weir generate sif --students 1000 --to students.xml"})
public final class GenerateSifCommand implements Callable<Integer> {

    @Option(
            names = "--students",
            paramLabel = "N",
            defaultValue = "1000",
            description = "How many (default: ${DEFAULT-VALUE}).")
    private long students;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "Where the random numbers start; the same seed gives the same file (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--year",
            paramLabel = "YEAR",
            defaultValue = "2026",
            description = "The year of the tests, for which students have the right age (default: ${DEFAULT-VALUE}).")
    private int year;

    @Option(
            names = "--schools",
            paramLabel = "ID",
            split = ",",
            defaultValue = "48096,47089,40987,41567,43255",
            description = "The national ids of their schools (default: ${DEFAULT-VALUE}).")
    private List<String> schools = List.of();

    @Option(names = "--to", paramLabel = "FILE", required = true, description = "The file to write; one that is there is replaced.")
    private Path to = Path.of("");

    @Option(names = "--json", description = "Print the counts as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        if (students < 1) {
            throw new WrongUse("--students must be 1 or more.");
        }
        if (year < 1900 || year > 9999) {
            throw new WrongUse("--year must be a year such as 2026.");
        }
        if (!schools.stream().allMatch(school -> school.matches("[0-9]{1,5}"))) {
            throw new WrongUse("--schools must be national ids of schools, numbers of up to five digits.");
        }
        try (StagedFile file = StagedFile.of(to)) {
            new SifGenerator(RandomGeneratorFactory.of("L64X128MixRandom").create(seed), Year.of(year), schools).writeStudents(students, file.out());
            file.publish();
        }
        long bytes = Files.size(to);
        spec.commandLine().getOut().println(json
                ? Json.write(Map.of("students", students, "bytes", bytes))
                : String.format(Locale.ROOT, "Wrote %d students (%d bytes).", students, bytes));
        spec.commandLine().getOut().flush();
        return Exit.OK;
    }
}
