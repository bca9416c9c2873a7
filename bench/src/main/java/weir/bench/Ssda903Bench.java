package weir.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import weir.engine.generate.Fault;
import weir.engine.generate.Request;
import weir.engine.generate.Ssda903Generator;

/// `bench/ssda903 [ROWS…]`: checks and cleans made-up episodes with Weir, with DuckDB and with pandas.
///
/// Prints a row per command: seconds (median of the rounds), rows and megabytes a second, and peak memory.
public final class Ssda903Bench {

    private static final int ROUNDS = 3;
    private static final long MOST_FOR_PANDAS = 2_000_000;

    private final Path home;
    private final Path work;
    private final String javaProgram;

    private Ssda903Bench(Path home, Path work) {
        this.home = home;
        this.work = work;
        this.javaProgram = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        Path home = Path.of(System.getProperty("weir.home"));
        List<Long> sizes = args.length == 0
                ? List.of(1_000L, 1_000_000L, 10_000_000L)
                : Arrays.stream(args).map(Long::parseLong).toList();
        Path work = Files.createTempDirectory(home.resolve("bench/target"), "ssda903-");
        try {
            new Ssda903Bench(home, work).run(sizes);
        } finally {
            delete(work);
        }
    }

    private void run(List<Long> sizes) throws IOException, InterruptedException {
        System.out.printf(
                Locale.ROOT,
                "%-38s %11s %9s %12s %8s %8s%n",
                "command",
                "rows",
                "seconds",
                "rows/s",
                "MB/s",
                "peak MB");
        for (long rows : sizes) {
            Path folder = work.resolve("returns-" + rows);
            long bytes = generate(folder, rows);
            Path file = files(folder).getFirst();
            for (Contender contender : contenders(folder, file, rows)) {
                Timed timed = Timed.median(contender.command(), work.resolve("log"), rows > 5_000_000 ? 1 : ROUNDS);
                print(contender.name(), rows, bytes, timed);
            }
            delete(folder);
        }
    }

    private record Contender(String name, List<String> command) {}

    private List<Contender> contenders(Path folder, Path file, long rows) {
        Path out = work.resolve("out");
        List<Contender> all = new ArrayList<>();
        all.add(new Contender("weir check", weir("check", "--csv", file.toString())));
        all.add(new Contender("DuckDB, the same conversions", duckdb("check", file, out)));
        // pandas needs a gigabyte and 20 s a million rows: at ten million it would only wear the machine out.
        boolean withPandas = rows <= MOST_FOR_PANDAS && Peers.hasPandas();
        if (!withPandas) {
            System.out.println("(without pandas: it is not installed, or the file is too large for it)");
        }
        pandas(withPandas, "check", file, out).ifPresent(command -> all.add(new Contender("pandas, the same conversions", command)));
        all.add(new Contender("weir clean (CSV and Parquet)", clean(folder, out, "--no-outputs")));
        all.add(new Contender("DuckDB, CSV and Parquet", duckdb("clean", file, out)));
        pandas(withPandas, "clean", file, out).ifPresent(command -> all.add(new Contender("pandas, CSV and Parquet", command)));
        all.add(new Contender("weir clean, and outputs for PAN", clean(folder, out, "--use-case", "PAN")));
        all.add(new Contender("weir clean, and all outputs", clean(folder, out)));
        return all;
    }

    private List<String> clean(Path folder, Path out, String... options) {
        List<String> command = weir(
                "clean", folder.toString(), out.resolve("weir").toString(), "--organisation", "BAD");
        command.addAll(List.of(options));
        return command;
    }

    private List<String> weir(String... args) {
        List<String> command = new ArrayList<>(List.of(home.resolve("weir").toString()));
        command.addAll(List.of(args));
        return command;
    }

    private List<String> duckdb(String task, Path file, Path out) {
        return List.of(
                javaProgram, "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
                DuckDbPeer.class.getName(), task, file.toString(), out.resolve("duckdb").toString());
    }

    private Optional<List<String>> pandas(boolean isWanted, String task, Path file, Path out) {
        return isWanted
                ? Optional.of(List.of(
                        "/usr/bin/python3",
                        home.resolve("bench/peers/ssda903_pandas.py").toString(),
                        task,
                        file.toString(),
                        out.resolve("pandas").toString()))
                : Optional.empty();
    }

    private static long generate(Path folder, long rows) throws IOException {
        Request request = Request.of(1, 903).withFaults(0.001, EnumSet.allOf(Fault.class));
        Files.createDirectories(folder);
        long bytes = new Ssda903Generator(request).writeEpisodes(folder, rows).bytes();
        Files.deleteIfExists(folder.resolve("planted.csv"));
        return bytes;
    }

    private static void print(String name, long rows, long bytes, Timed timed) {
        System.out.printf(
                Locale.ROOT,
                "%-38s %,11d %9.2f %,12.0f %8.1f %8.0f%s%n",
                name,
                rows,
                timed.seconds(),
                rows / timed.seconds(),
                bytes / 1e6 / timed.seconds(),
                timed.peakMega(),
                timed.isFine() ? "" : "  FAILED");
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(path -> path.toString().endsWith(".csv")).sorted().toList();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
