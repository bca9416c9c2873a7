package weir.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Stream;

import weir.platform.objects.FileObjects;
import weir.platform.objects.ObjectKey;
import weir.platform.objects.ObjectReader;
import weir.platform.objects.PutTerms;

/// `bench/objects [MEGABYTES]`: stores a file as an object, and does with `cp`, `sync` and `sha256sum` what that is.
///
/// The contenders take turns for some rounds; it prints the median seconds of each, and the object's against the peer's.
/// Reading back with the checksum is timed against `sha256sum`, both from the cache of the system.
public final class ObjectsBench {

    private static final int ROUNDS = 5;
    private static final int MEGA = 1024 * 1024;

    private final Path source;
    private final Path work;
    private final long bytes;

    private ObjectsBench(Path source, Path work, long bytes) {
        this.source = source;
        this.work = work;
        this.bytes = bytes;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        Path target = Path.of(System.getProperty("weir.home")).resolve("bench/target");
        int megabytes = args.length == 0 ? 1024 : Integer.parseInt(args[0]);
        Path work = Files.createTempDirectory(target, "objects-");
        try {
            Path source = work.resolve("source");
            write(source, megabytes);
            new ObjectsBench(source, work, (long) megabytes * MEGA).run();
        } finally {
            delete(work);
        }
    }

    private void run() throws IOException, InterruptedException {
        List<Double> weir = new ArrayList<>();
        List<Double> peer = new ArrayList<>();
        List<Double> weirReads = new ArrayList<>();
        List<Double> peerReads = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            settle();
            peer.add(shell("cp \"$1\" \"$2\" && sync \"$2\" && sha256sum \"$2\"", "copy"));
            peerReads.add(shell("sha256sum \"$2\"", "copy"));
            delete(work.resolve("copy"));
            settle();
            weir.add(store());
            weirReads.add(read());
            delete(work.resolve("objects"));
        }
        System.out.printf(Locale.ROOT, "%-44s %9s %8s%n", "command", "seconds", "MB/s");
        print("cp, sync, sha256sum", median(peer));
        print("weir: put an object", median(weir));
        print("sha256sum of what was written", median(peerReads));
        print("weir: read the object, checked", median(weirReads));
        System.out.printf(
                Locale.ROOT,
                "put takes %.0f %% of the peer's time, read %.0f %%%n",
                100 * median(weir) / median(peer),
                100 * median(weirReads) / median(peerReads));
    }

    private double store() throws IOException {
        Clock clock = Clock.system(ZoneOffset.UTC);
        long start = clock.millis();
        try (FileObjects store = FileObjects.open(work.resolve("objects"), clock);
                InputStream in = Files.newInputStream(source)) {
            store.put(ObjectKey.of("a/large/object"), in, PutTerms.none());
        }
        return (clock.millis() - start) / 1e3;
    }

    private double read() throws IOException {
        Clock clock = Clock.system(ZoneOffset.UTC);
        long start = clock.millis();
        try (FileObjects store = FileObjects.open(work.resolve("objects"), clock);
                ObjectReader reader = store.read(ObjectKey.of("a/large/object"))) {
            reader.transferTo(OutputStream.nullOutputStream());
        }
        return (clock.millis() - start) / 1e3;
    }

    /// Leaves nothing of an earlier contender for the disk to do.
    private void settle() throws IOException, InterruptedException {
        shell("sync", "none");
    }

    private double shell(String command, String copy) throws IOException, InterruptedException {
        Timed timed = Timed.median(
                List.of("sh", "-c", command, "sh", source.toString(), work.resolve(copy).toString()), work.resolve("log"), 1);
        if (!timed.isFine()) {
            throw new IOException("The peer failed: " + command);
        }
        return timed.seconds();
    }

    private void print(String name, double seconds) {
        System.out.printf(Locale.ROOT, "%-44s %9.2f %8.0f%n", name, seconds, bytes / 1e6 / seconds);
    }

    private static double median(List<Double> seconds) {
        return seconds.stream().sorted().toList().get(seconds.size() / 2);
    }

    private static void write(Path file, int megabytes) throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        byte[] block = new byte[MEGA];
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < megabytes; i++) {
                random.nextBytes(block);
                out.write(block);
            }
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
