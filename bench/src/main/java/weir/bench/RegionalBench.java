package weir.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import weir.engine.generate.Request;
import weir.engine.generate.Ssda903Generator;
import weir.engine.organisation.OrganisationCode;
import weir.engine.organisation.Organisations;

/// Times a region's SSDA903 from deliveries to PAN outputs through a running service, and what one more delivery costs, side
/// by side with pandas doing the same conversions and concatenation of the same files.
///
/// Each of the organisations hands in seven years, one delivery a year. One organisation's last year is held back and comes
/// when five organisations are there, another's when all are.
public final class RegionalBench {

    private static final int FIRST_YEAR = 2020;
    private static final int LAST_YEAR = 2026;
    private static final int FEW = 5;
    private static final int AT_A_TIME = 4;
    private static final String HEAP = System.getProperty("weir.bench.heap", "512m");

    private final Path home;
    private final Path work;
    private final List<String> organisations;
    private final int children;

    private RegionalBench(Path home, Path work, List<String> organisations, int children) {
        this.home = home;
        this.work = work;
        this.organisations = organisations;
        this.children = children;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        Path home = Path.of(System.getProperty("weir.home"));
        int count = args.length > 0 ? Integer.parseInt(args[0]) : 30;
        int children = args.length > 1 ? Integer.parseInt(args[1]) : 35_000;
        Path work = Files.createTempDirectory(Files.createDirectories(home.resolve("bench/target")), "regional-");
        List<String> organisations = Organisations.read(home.resolve("datasets/organisations.yaml")).all().stream()
                .map(organisation -> organisation.code().value())
                .limit(count)
                .toList();
        try {
            new RegionalBench(home, work, organisations, children).run();
        } finally {
            delete(work);
        }
    }

    private void run() throws IOException, InterruptedException {
        long rows = 0;
        long bytes = 0;
        for (int i = 0; i < organisations.size(); i++) {
            Request request = Request.of(children, 903 + i)
                    .withYears(FIRST_YEAR, LAST_YEAR)
                    .withOrganisation(new OrganisationCode(organisations.get(i)));
            var written = new Ssda903Generator(request).write(returns(i));
            rows += written.rows();
            bytes += written.bytes();
        }
        System.out.printf(
                Locale.ROOT,
                "%d organisations, %d years: %,d rows in %.0f MB of CSV; heap %s%n",
                organisations.size(), LAST_YEAR - FIRST_YEAR + 1, rows, bytes / 1e6, HEAP);
        System.out.printf(Locale.ROOT, "%-58s %9s %12s%n", "", "seconds", "rows/s");
        double weir = service(rows);
        if (!Boolean.getBoolean("weir.bench.alone")) {
            pandas(rows, weir);
        }
    }

    private Path returns(int organisation) {
        return work.resolve("returns").resolve(organisations.get(organisation));
    }

    /// The seconds from the first delivery to outputs of all, the two deliveries that came late not counted.
    private double service(long rows) throws IOException, InterruptedException {
        int few = Math.min(FEW, organisations.size());
        try (ServiceUnderTest service = ServiceUnderTest.start(work, datasets(), HEAP)) {
            double seconds = timed(service, () -> deliver(service, 0, few));
            late(service, 0, few);
            if (organisations.size() > few) {
                seconds += timed(service, () -> deliver(service, few, organisations.size()));
                late(service, few, organisations.size());
            }
            print("weir serve, deliveries to PAN outputs", seconds, rows);
            System.out.printf(
                    Locale.ROOT, "(%,d rows in the outputs; %.1f s of processor time; resident at most %.0f MB)%n",
                    published(service), service.processorSeconds(), service.peakMega());
            return seconds;
        }
    }

    /// The delivery that was held back.
    private void late(ServiceUnderTest service, int organisation, int of) throws IOException, InterruptedException {
        List<Path> files = files(organisation, LAST_YEAR, LAST_YEAR);
        long lines = 0;
        for (Path file : files) {
            try (Stream<String> all = Files.lines(file, StandardCharsets.UTF_8)) {
                lines += all.count() - 1;
            }
        }
        double seconds = timed(service, () -> service.deliver(organisations.get(organisation), returns(organisation), files));
        print("  one delivery more, " + of + " organisations there", seconds, lines);
    }

    /// Several organisations hand in at a time; the last year of the first of them is held back.
    private void deliver(ServiceUnderTest service, int from, int to) throws IOException, InterruptedException {
        List<Future<?>> handedIn = new ArrayList<>();
        try (ExecutorService councils = Executors.newFixedThreadPool(AT_A_TIME)) {
            for (int i = from; i < to; i++) {
                int organisation = i;
                handedIn.add(councils.submit(() -> {
                    deliverYears(service, organisation, organisation == from ? LAST_YEAR - 1 : LAST_YEAR);
                    return organisation;
                }));
            }
            for (Future<?> one : handedIn) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("A delivery was not taken.", e);
        }
    }

    private void deliverYears(ServiceUnderTest service, int organisation, int last) throws IOException, InterruptedException {
        for (int year = FIRST_YEAR; year <= last; year++) {
            service.deliver(organisations.get(organisation), returns(organisation), files(organisation, year, year));
        }
    }

    private List<Path> files(int organisation, int first, int last) throws IOException {
        try (Stream<Path> all = Files.walk(returns(organisation))) {
            return all.filter(path -> path.toString().endsWith(".csv"))
                    .filter(path -> {
                        int year = Integer.parseInt(path.getName(path.getNameCount() - 2).toString());
                        return first <= year && year <= last;
                    })
                    .sorted()
                    .toList();
        }
    }

    private static long published(ServiceUnderTest service) throws IOException, InterruptedException {
        JsonNode manifest = service.json("/v1/outputs/PAN/PAN_ssda903_manifest.json");
        return manifest.path("tables").valueStream().mapToLong(table -> table.path("rows").asLong()).sum();
    }

    /// The published datasets, PAN of SSDA903 alone signed by all.
    private Path datasets() throws IOException {
        Path copy = work.resolve("datasets");
        Path published = home.resolve("datasets");
        try (Stream<Path> all = Files.walk(published)) {
            for (Path path : all.toList()) {
                Path target = copy.resolve(published.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target);
                }
            }
        }
        StringBuilder signed = new StringBuilder("organisations:\n");
        organisations.forEach(code -> signed.append("  ").append(code).append(": Council ").append(code).append('\n'));
        Files.writeString(copy.resolve("organisations.yaml"), signed + "signed:\n  ssda903: {PAN: all}\n", StandardCharsets.UTF_8);
        return copy;
    }

    private void pandas(long rows, double weir) throws IOException, InterruptedException {
        if (!Peers.hasPandas()) {
            System.out.println("(without pandas: install the Debian package python3-pandas to have it beside)");
            return;
        }
        Timed timed = Timed.median(
                List.of(
                        "/usr/bin/python3", home.resolve("bench/peers/regional_pandas.py").toString(),
                        work.resolve("returns").toString(), work.resolve("pandas").toString()),
                work.resolve("pandas.log"), 1);
        print("pandas, the same conversions and concatenation" + (timed.isFine() ? "" : "  FAILED"), timed.seconds(), rows);
        System.out.printf(
                Locale.ROOT, "(resident at most %.0f MB; weir serve took %.1f times less)%n", timed.peakMega(), timed.seconds() / weir);
    }

    /// What is timed.
    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private static double timed(ServiceUnderTest service, Work deliveries) throws IOException, InterruptedException {
        long start = System.nanoTime();
        deliveries.run();
        service.awaitOutputs();
        return (System.nanoTime() - start) / 1e9;
    }

    private static void print(String name, double seconds, long rows) {
        System.out.printf(Locale.ROOT, "%-58s %9.2f %,12.0f%n", name, seconds, rows / seconds);
    }

    private static void delete(Path folder) throws IOException {
        if (Boolean.getBoolean("weir.bench.keep")) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
