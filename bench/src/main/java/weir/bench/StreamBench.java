package weir.bench;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Year;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

import weir.platform.database.Database;
import weir.platform.database.DatabaseSettings;
import weir.platform.database.EmbeddedPostgres;
import weir.stream.sif.SifGenerator;

/// Times the streams of a service: large documents by bulk until they are everywhere, small ones, and reading. The first round
/// of each is cold but for one small document. The clients are on the same machine and take their part of it.
public final class StreamBench {

    private static final Year YEAR = Year.of(2017);
    private static final int STUDENTS_OF_A_MEGABYTE = 357;
    private static final int BULK_ROUNDS = 2;
    private static final int CLIENTS = 48;
    private static final int POST_ROUNDS = 3;
    private static final Duration POSTING = Duration.ofSeconds(15);

    private final Path home;
    private final Path work;
    private final Optional<Path> schema;

    private StreamBench(Path home, Path work, Optional<Path> schema) {
        this.home = home;
        this.work = work;
        this.schema = schema;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        Path home = Path.of(System.getProperty("weir.home"));
        int megabytes = args.length > 0 ? Integer.parseInt(args[0]) : 200;
        Path xsd = args.length > 1
                ? Path.of(args[1])
                : home.resolve("../shared/reference/stream/xsd/SIF_Message3.4.xsd");
        Path work = Files.createTempDirectory(Files.createDirectories(home.resolve("bench/target")), "stream-");
        try {
            new StreamBench(home, work, Optional.of(xsd.normalize()).filter(Files::exists)).run(megabytes);
        } finally {
            delete(work);
        }
    }

    private void run(int megabytes) throws IOException, InterruptedException {
        int students = megabytes * STUDENTS_OF_A_MEGABYTE;
        Path document = work.resolve("students.xml");
        write(document, 1, students);
        long bytes = Files.size(document);
        System.out.printf(Locale.ROOT, "%d students in %d MB of XML; heap 512m; schema %s%n", students, bytes / 1_000_000,
                schema.map(file -> String.valueOf(file.getFileName())).orElse("of registration"));
        System.out.printf(Locale.ROOT, "%-58s %9s %9s%n", "", "seconds", "MB/s");
        String setting = schema.map(file -> ", schema: " + file.toAbsolutePath()).orElse("");
        try (ServiceUnderTest service = ServiceUnderTest.streaming(work, home.resolve("datasets"), "512m", setting);
                HttpClient client = HttpClient.newHttpClient();
                Database database = Database.open(
                        EmbeddedPostgres.running(work.resolve("data/postgres")).orElseThrow(), DatabaseSettings.usual(), List.of())) {
            warm(client, service, database);
            for (int round = 1; round <= BULK_ROUNDS; round++) {
                write(document, round, students);
                large(client, service, database, document, students, bytes);
            }
            small(service);
            read(client, service, students, bytes);
            System.out.printf(Locale.ROOT, "(%.1f s of the service's processor time in all)%n", service.processorSeconds());
        }
        xmllint(document, bytes);
    }

    private static void write(Path document, long seed, int students) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(document), 1 << 16)) {
            new SifGenerator(new SplittableRandom(10 + seed), YEAR, List.of("48096", "47089")).writeStudents(students, out);
        }
    }

    private static void warm(HttpClient client, ServiceUnderTest service, Database database)
            throws IOException, InterruptedException {
        post(client, service.streamAddress() + "/bench/students", BodyPublishers.ofByteArray(document(2, 50)));
        await(() -> count(database, "stream.tuple"), 50);
    }

    private static byte[] document(long seed, int students) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new SifGenerator(new SplittableRandom(seed), YEAR, List.of("48096")).writeStudents(students, out);
        return out.toByteArray();
    }

    private void large(HttpClient client, ServiceUnderTest service, Database database, Path document, int students, long bytes)
            throws IOException, InterruptedException {
        long objects = count(database, "stream.object");
        long tuples = count(database, "stream.tuple");
        double before = service.processorSeconds();
        long begin = System.nanoTime();
        post(client, service.streamAddress() + "/bench/students/bulk", BodyPublishers.ofFile(document));
        print("bulk: acknowledged", begin, bytes);
        await(() -> count(database, "stream.object"), objects + students);
        print("bulk: validated, split and stored", begin, bytes);
        await(() -> count(database, "stream.tuple"), tuples + students);
        print("bulk: and filtered at five levels and indexed", begin, bytes);
        System.out.printf(Locale.ROOT, "(%.1f s of processor time, the database's not counted)%n", service.processorSeconds() - before);
    }

    /// The first round has a cold JVM.
    private static void small(ServiceUnderTest service) throws IOException {
        byte[] document = document(3, 1);
        for (int round = 1; round <= POST_ROUNDS; round++) {
            ConcurrentLinkedQueue<Long> times = new ConcurrentLinkedQueue<>();
            long end = System.nanoTime() + POSTING.toNanos();
            try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
                for (int i = 0; i < CLIENTS; i++) {
                    var unused = clients.submit(() -> postUntil(end, service, document, times));
                }
            }
            long[] sorted = times.stream().mapToLong(Long::longValue).sorted().toArray();
            System.out.printf(Locale.ROOT, "small posts: %d a second by %d clients; median %.1f ms, p99 %.1f ms%n",
                    sorted.length / POSTING.toSeconds(), CLIENTS, sorted[sorted.length / 2] / 1e6,
                    sorted[(int) (sorted.length * 0.99)] / 1e6);
        }
    }

    private static boolean postUntil(long end, ServiceUnderTest service, byte[] document, Queue<Long> times) throws IOException {
        try (PostingClient client = new PostingClient(URI.create(service.streamAddress() + "/bench/small"), document)) {
            while (System.nanoTime() < end) {
                long begin = System.nanoTime();
                client.post();
                times.add(System.nanoTime() - begin);
            }
        }
        return true;
    }

    private static void read(HttpClient client, ServiceUnderTest service, int students, long bytes)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(service.streamAddress() + "/bench/students/none"))
                .header("Accept", "application/x-ndjson")
                .build();
        long begin = System.nanoTime();
        long lines = 0;
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = new BufferedInputStream(client.send(request, BodyHandlers.ofInputStream()).body(), 1 << 16)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    lines += buffer[i] == '\n' ? 1 : 0;
                }
            }
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        print("reading all of it over HTTP", begin, bytes);
        System.out.printf(Locale.ROOT, "(%.0f messages a second of %d bytes)%n", lines / seconds, bytes / students);
    }

    private void xmllint(Path document, long bytes) throws IOException, InterruptedException {
        if (!Peers.hasXmllint()) {
            System.out.println("(without xmllint: install the Debian package libxml2-utils to have it beside)");
            return;
        }
        if (schema.isEmpty()) {
            System.out.println("(without xmllint's check: name the published XSD as the second argument)");
            return;
        }
        long begin = System.nanoTime();
        new ProcessBuilder("xmllint", "--stream", "--noout", "--schema", schema.get().toString(), document.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        print("xmllint --stream --schema, validating alone", begin, bytes);
    }

    private static void post(HttpClient client, String address, HttpRequest.BodyPublisher body)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(address)).header("Content-Type", "application/xml").POST(body).build();
        int status = client.send(request, BodyHandlers.discarding()).statusCode();
        if (status != 202) {
            throw new IllegalStateException("The service answered " + status + ".");
        }
    }

    private static long count(Database database, String table) {
        return database.read(transaction -> transaction.handle()
                .createQuery("SELECT count(*) FROM " + table)
                .mapTo(Long.class)
                .one());
    }

    private static void await(LongSupplier count, long wanted) throws InterruptedException {
        while (count.getAsLong() < wanted) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private static void print(String what, long begin, long bytes) {
        double seconds = (System.nanoTime() - begin) / 1e9;
        System.out.printf(Locale.ROOT, "%-58s %9.2f %9.1f%n", what, seconds, bytes / 1e6 / seconds);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
