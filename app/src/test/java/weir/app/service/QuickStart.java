package weir.app.service;

import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import weir.app.Folders;
import weir.app.WeirProgram;

/// How a test starts the program in a process of its own: with a cache of the classes and profiles of a start, made once for
/// a build as the launcher makes its own. It takes most of the processor time off a start, of which the tests make dozens.
///
/// Java takes a cache only with the flags and the class path it was made with, and no folder on that path; so folders of
/// classes are packed. Where no cache could be made, a process starts without.
final class QuickStart {

    private static final List<String> FLAGS = List.of(
            "-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData", "-Xlog:disable",
            "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow",
            "-Dweir.home=" + WeirProgram.root());
    private static final Duration MAKING = Duration.ofMinutes(3);

    private final Path folder;

    private QuickStart(Path folder) {
        this.folder = folder;
    }

    private static final class Made {
        private static final List<String> JAVA = new QuickStart(WeirProgram.root().resolve("app/target/quick-start")).made();
    }

    /// The words before the name of the class to run.
    static List<String> java() {
        return Made.JAVA;
    }

    private List<String> made() {
        List<Path> entries = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(entry -> Files.exists(entry) && !entry.endsWith("test-classes"))
                .toList();
        Path cache = folder.resolve("start.aot");
        Path state = folder.resolve("state");
        try {
            String current = state(entries);
            List<String> java = java(entries);
            if (!Files.exists(state) || !Files.readString(state, StandardCharsets.UTF_8).equals(current)) {
                Folders.delete(folder);
                Files.createDirectories(folder);
                pack(entries);
                train(cache, java);
                Files.writeString(state, current, StandardCharsets.UTF_8);
            }
            if (Files.exists(cache)) {
                java.add(1, "-XX:AOTCache=" + cache);
            }
            return List.copyOf(java);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private List<String> java(List<Path> entries) {
        List<String> words = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        words.addAll(FLAGS);
        words.add("-cp");
        words.add(IntStream.range(0, entries.size())
                .mapToObj(i -> Files.isDirectory(entries.get(i)) ? packed(i) : entries.get(i))
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator)));
        return words;
    }

    private Path packed(int entry) {
        return folder.resolve(entry + ".jar");
    }

    /// Everything a cache depends on.
    private static String state(List<Path> entries) throws IOException {
        StringBuilder state = new StringBuilder(Runtime.version().toString()).append(FLAGS).append('\n');
        for (Path entry : entries) {
            for (Path file : below(entry)) {
                state.append(file).append(' ').append(Files.size(file)).append(' ').append(Files.getLastModifiedTime(file)).append('\n');
            }
        }
        return state.toString();
    }

    private static List<Path> below(Path entry) throws IOException {
        try (Stream<Path> walk = Files.walk(entry)) {
            return walk.sorted().toList();
        }
    }

    private void pack(List<Path> entries) throws IOException {
        for (int i = 0; i < entries.size(); i++) {
            if (Files.isDirectory(entries.get(i))) {
                pack(entries.get(i), packed(i));
            }
        }
    }

    /// With entries for folders: migrations are looked for in theirs.
    private static void pack(Path classes, Path to) throws IOException {
        try (JarOutputStream jar = new JarOutputStream(new BufferedOutputStream(Files.newOutputStream(to)))) {
            for (Path path : below(classes)) {
                boolean isFolder = Files.isDirectory(path);
                if (!path.equals(classes)) {
                    jar.putNextEntry(new JarEntry(classes.relativize(path) + (isFolder ? "/" : "")));
                }
                if (!isFolder) {
                    Files.copy(path, jar);
                }
            }
        }
    }

    /// Runs the service, has it do a little of everything and ends it; as it ends, Java writes the cache.
    private void train(Path cache, List<String> java) throws IOException, InterruptedException {
        List<String> recording = new ArrayList<>(java);
        recording.add(1, "-XX:AOTCacheOutput=" + cache);
        Place place = Place.in(folder.resolve("training")).with("WEIR_ROLES", "web,stream,worker,scheduler");
        try (RunningWeir weir = RunningWeir.launch(place, recording).awaitReady()) {
            Client client = weir.client();
            client.handIn(Load.ORGANISATION, "2019/reviews.csv", Load.content(1));
            Awaitility.await("jobs done").atMost(RunningWeir.PATIENCE).until(client::isIdle);
            weir.process().destroy();
            if (!weir.process().waitFor(MAKING.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("The cache of a start is not made in time.");
            }
        }
        Folders.delete(place.folder());
    }
}
