package weir.app.generate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import weir.app.schema.DatasetChoice;
import weir.engine.dataset.Dataset;
import weir.engine.dataset.Datasets;
import weir.engine.generate.DatasetGenerator;
import weir.engine.generate.Fault;
import weir.engine.generate.Request;
import weir.engine.generate.Ssda903Generator;
import weir.engine.generate.Written;
import weir.engine.organisation.OrganisationCode;

/// Writes made-up returns into an empty folder: nobody in them exists.
///
/// Exit codes: 0 written, 2 wrong use, 3 the folder could not be written.
@Command(
        name = "generate",
        description = "Write made-up returns into an empty folder; nobody in them exists.",
        synopsisSubcommandLabel = "| COMMAND",
        mixinStandardHelpOptions = true)
public final class GenerateCommand implements Callable<Integer> {

    private static final int WRITTEN = 0;
    private static final int OUTSIDE_FAILED = 3;
    private static final String STORIES = "ssda903";

    private final Supplier<Datasets> datasets;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(index = "0", arity = "0..1", paramLabel = "DATASET", description = "The dataset, as in ssda903 or annex_a.")
    private String dataset = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "OUT", description = "The folder to write; missing or empty.")
    private Path out = Path.of("");

    @Option(
            names = "--children",
            paramLabel = "N",
            defaultValue = "1000",
            description = "Children in care, or in need, at some time within the years; rows of each table for other datasets"
                    + " (default: ${DEFAULT-VALUE}).")
    private int children;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "Where the random numbers start; the same seed gives the same files"
                    + " (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--faults",
            paramLabel = "R",
            defaultValue = "0",
            description = "Share of rows with a fault, 0 to 1; planted.csv lists them (default: ${DEFAULT-VALUE}).")
    private double faults;

    @Option(
            names = "--fault-kinds",
            paramLabel = "KIND",
            split = ",",
            description = "Kinds of fault to choose from, as planted.csv names them (default: all).")
    private Set<String> kinds = Set.of();

    @Option(
            names = "--years",
            paramLabel = "YEARS",
            defaultValue = "2019-2026",
            description = "The financial years, named by the year they end in (default: ${DEFAULT-VALUE}).")
    private String years = "";

    @Option(
            names = "--organisation",
            paramLabel = "CODE",
            defaultValue = "BAD",
            description = "The council's code (default: ${DEFAULT-VALUE}).")
    private String organisation = "";

    @Option(
            names = "--mark",
            paramLabel = "TEXT",
            defaultValue = "",
            description = "Letters and digits that every made-up identifier begins with.")
    private String mark = "";

    @Option(
            names = "--rows",
            paramLabel = "N",
            defaultValue = "0",
            description = "Write only one episodes file of the last year with this many rows; --children is not used.")
    private long rows;

    @Option(names = "--json", description = "Print the counts as JSON.")
    private boolean json;

    public GenerateCommand(Supplier<Datasets> datasets) {
        this.datasets = datasets;
    }

    @Override
    public Integer call() {
        if (dataset.isEmpty() || out.toString().isEmpty()) {
            throw wrong("Missing required parameters: 'DATASET', 'OUT'");
        }
        return new DatasetChoice(datasets, command().commandLine()).run(this::write);
    }

    private int write() {
        Request request = request();
        try {
            requireEmpty();
            print(dataset.equalsIgnoreCase(STORIES) ? writeStories(request) : writeRows(request));
            return WRITTEN;
        } catch (IOException e) {
            command().commandLine().getErr().printf(
                    Locale.ROOT,
                    "The returns could not be written to %s; name a folder on a disk with space (%s).%n",
                    out,
                    e.getClass().getSimpleName());
            return OUTSIDE_FAILED;
        }
    }

    private Written writeStories(Request request) throws IOException {
        Ssda903Generator generator = new Ssda903Generator(request);
        return rows > 0 ? generator.writeEpisodes(out, rows) : generator.write(out);
    }

    private Written writeRows(Request request) throws IOException {
        Dataset chosen = new DatasetChoice(datasets, command().commandLine()).dataset(dataset);
        if (chosen.xml().isPresent() && faults > 0) {
            throw wrong("--faults goes with returns in tables; returns of " + chosen.id() + " are XML and made without faults.");
        }
        return new DatasetGenerator(chosen, request).write(out);
    }

    private Request request() {
        if (rows < 0) {
            throw wrong("The number of rows must be 1 or more.");
        }
        if (rows > 0 && !dataset.equalsIgnoreCase(STORIES)) {
            throw wrong("--rows goes with ssda903; for other datasets --children says how many rows each table has.");
        }
        String[] range = years.split("-", -1);
        try {
            return Request.of(children, seed)
                    .withYears(Integer.parseInt(range[0]), Integer.parseInt(range[range.length - 1]))
                    .withOrganisation(new OrganisationCode(organisation))
                    .withFaults(faults, chosenKinds())
                    .withMark(mark);
        } catch (NumberFormatException e) {
            throw wrong("The years must be written as 2019-2026 or 2024.");
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
    }

    private Set<Fault> chosenKinds() {
        Set<Fault> chosen = EnumSet.noneOf(Fault.class);
        for (Fault fault : Fault.values()) {
            if (kinds.isEmpty() || kinds.contains(fault.word())) {
                chosen.add(fault);
            }
        }
        if (!kinds.isEmpty() && chosen.size() < kinds.size()) {
            throw wrong("A kind of fault is not known; name any of "
                    + String.join(", ", Stream.of(Fault.values()).map(Fault::word).toList()) + ".");
        }
        return chosen;
    }

    private void requireEmpty() throws IOException {
        if (!Files.exists(out)) {
            return;
        }
        if (!Files.isDirectory(out)) {
            throw wrong(out + " is a file; name a folder that is missing or empty.");
        }
        try (Stream<Path> entries = Files.list(out)) {
            if (entries.findAny().isPresent()) {
                throw wrong(out + " is not empty; name a folder that is missing or empty.");
            }
        }
    }

    private void print(Written written) {
        String form = json
                ? "{\"files\":%d,\"rows\":%d,\"bytes\":%d,\"planted\":%d}%n"
                : "Wrote %d files with %d rows (%d bytes); %d faults planted.%n";
        command().commandLine().getOut()
                .printf(Locale.ROOT, form, written.files(), written.rows(), written.bytes(), written.planted())
                .flush();
    }

    private ParameterException wrong(String message) {
        return new ParameterException(command().commandLine(), message);
    }

    private CommandSpec command() {
        if (spec == null) {
            throw new IllegalStateException("The command runs only through its command line.");
        }
        return spec;
    }
}
