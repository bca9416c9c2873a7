package weir.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import weir.engine.dataset.Dataset;
import weir.engine.dataset.DatasetReader;
import weir.engine.generate.DatasetGenerator;
import weir.engine.generate.Request;

/// Times check and clean on a made-up return of children in need, side by side with `xmllint` reading the same file: by the
/// published schema where it is named, else for being well formed only. Each is a whole process, the JVM's start counted.
public final class CinBench {

    private static final int YEAR = 2025;
    private static final int CHILDREN_OF_A_MEGABYTE = 802;
    private static final int ROUNDS = 3;

    private final Path home;
    private final Path work;

    private CinBench(Path home, Path work) {
        this.home = home;
        this.work = work;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        Path home = Path.of(System.getProperty("weir.home"));
        int megabytes = args.length > 0 ? Integer.parseInt(args[0]) : 200;
        Path schema = args.length > 1
                ? Path.of(args[1])
                : home.resolve("../shared/reference/collect/schemas/cin_census/CIN_schema_" + YEAR + ".xsd");
        Path work = Files.createTempDirectory(Files.createDirectories(home.resolve("bench/target")), "cin-");
        try {
            new CinBench(home, work).run(megabytes, Optional.of(schema.normalize()).filter(Files::exists));
        } finally {
            delete(work);
        }
    }

    private void run(int megabytes, Optional<Path> schema) throws IOException, InterruptedException {
        Path returns = work.resolve("returns");
        Dataset cin = DatasetReader.read(home.resolve("datasets/cin"));
        Request request = Request.of(megabytes * CHILDREN_OF_A_MEGABYTE, 903).withYears(YEAR, YEAR);
        long bytes = new DatasetGenerator(cin, request).write(returns).bytes();
        Path file = returns.resolve(YEAR + "/cin_" + YEAR + ".xml");
        System.out.printf(Locale.ROOT, "%-58s %9s %8s %8s%n", "a return of " + bytes / 1_000_000 + " MB", "seconds", "MB/s", "peak MB");
        print("weir check, cells and structure", bytes, weir("check", "--csv", "--no-rules", file.toString()));
        print("weir check, and the rules", bytes, weir("check", "--csv", file.toString()));
        print("weir clean (CSV and Parquet)", bytes, clean(returns, "--no-rules", "--no-outputs"));
        print("weir clean, the rules, and outputs for PAN", bytes, clean(returns, "--use-case", "PAN"));
        xmllint(file, bytes, schema);
    }

    private void xmllint(Path file, long bytes, Optional<Path> schema) throws IOException, InterruptedException {
        if (!Peers.hasXmllint()) {
            System.out.println("(without xmllint: install the Debian package libxml2-utils to have it beside)");
            return;
        }
        print("xmllint --stream, well formed", bytes, List.of("xmllint", "--stream", "--noout", file.toString()));
        if (schema.isEmpty()) {
            System.out.println("(without its check of the published schema: name the XSD of " + YEAR + " as the second argument)");
            return;
        }
        print(
                "xmllint --stream, by the published schema", bytes,
                List.of("xmllint", "--stream", "--noout", "--schema", schema.get().toString(), file.toString()));
    }

    private List<String> clean(Path returns, String... options) {
        List<String> command = weir("clean", returns.toString(), work.resolve("out").toString(), "--organisation", "BAD");
        command.addAll(List.of(options));
        return command;
    }

    private List<String> weir(String... args) {
        List<String> command = new ArrayList<>(List.of("env", "WEIR_HEAP=512m", home.resolve("weir").toString()));
        command.addAll(List.of(args));
        return command;
    }

    private void print(String name, long bytes, List<String> command) throws IOException, InterruptedException {
        Timed timed = Timed.median(command, work.resolve("log"), ROUNDS);
        System.out.printf(
                Locale.ROOT, "%-58s %9.2f %8.1f %8.0f%s%n",
                name, timed.seconds(), bytes / 1e6 / timed.seconds(), timed.peakMega(), timed.isFine() ? "" : "  FAILED");
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
