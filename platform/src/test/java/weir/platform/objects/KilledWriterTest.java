package weir.platform.objects;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/// A process that stores objects is killed at random moments, again and again, on the same folder.
final class KilledWriterTest {

    private static final int ROUNDS = Boolean.getBoolean("weir.long") ? 20 : 8;
    private static final int REPLACED_KEYS = 3;

    @TempDir
    private Path temporary;

    /// The process: stores objects without end, and says before and after each which it is.
    static final class Writer {

        private Writer() {}

        public static void main(String[] args) throws IOException {
            long seed = Long.parseLong(args[1]);
            Random random = new Random(seed);
            PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
            try (FileObjects store = FileObjects.open(Path.of(args[0]), () -> Instant.EPOCH)) {
                for (int i = 0; ; i++) {
                    byte[] bytes = Bytes.of(seed * 1_000_000 + i, 1 + random.nextInt(i % 10 == 0 ? 2_000_000 : 20_000));
                    ObjectKey key = ObjectKey.of(
                            i % 2 == 0 ? "replaced/" + i % REPLACED_KEYS : "fresh/" + seed + "/" + i % 7 + "/" + i);
                    out.println("begin " + key + " " + Bytes.sha256(bytes));
                    store.put(key, Bytes.stream(bytes), PutTerms.none());
                    out.println("done " + key + " " + Bytes.sha256(bytes));
                }
            }
        }
    }

    @Test
    @Timeout(300)
    void whatWasAcknowledgedIsThereAndNothingHalfWrittenIsSeen() throws IOException, InterruptedException {
        Random random = new Random(4711);
        Path root = temporary.resolve("objects");
        Map<String, String> acknowledged = new TreeMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            Optional<String[]> inFlight = writeUntilKilled(root, round, 1 + random.nextInt(120), random, acknowledged);
            try (FileObjects store = FileObjects.open(root, () -> Instant.EPOCH)) {
                Map<String, String> found = readAll(store);
                inFlight.filter(put -> found.getOrDefault(put[1], "").equals(put[2]))
                        .ifPresent(put -> acknowledged.put(put[1], put[2]));
                assertThat(found).as("round " + round).isEqualTo(acknowledged);
            }
        }
        assertThat(acknowledged).hasSizeGreaterThan(ROUNDS);
    }

    /// The put that had begun and was not acknowledged, if there was one.
    private static Optional<String[]> writeUntilKilled(
            Path root, int round, int puts, Random random, Map<String, String> acknowledged)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1", "-Xshare:auto", "-cp", System.getProperty("java.class.path"),
                        Writer.class.getName(), root.toString(), Integer.toString(round))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Optional<String[]> inFlight = Optional.empty();
        int done = 0;
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] words = line.split(" ", -1);
                if (words.length < 3 || words[2].length() < 64) {
                    break; // The kill came in the middle of the line.
                }
                if (words[0].equals("begin")) {
                    inFlight = Optional.of(words);
                } else {
                    acknowledged.put(words[1], words[2]);
                    inFlight = Optional.empty();
                    done++;
                }
                if (done >= puts && process.isAlive()) {
                    TimeUnit.MICROSECONDS.sleep(random.nextInt(3_000)); // The moment of the kill, not a wait for anything.
                    process.toHandle().destroyForcibly(); // That of the process itself would close what we read.
                    done = Integer.MIN_VALUE;
                }
            }
        }
        process.waitFor();
        return inFlight;
    }

    private static Map<String, String> readAll(FileObjects store) throws IOException {
        Map<String, String> found = new TreeMap<>();
        Set<ObjectKey> keys = new HashSet<>();
        List<ListedObject> objects;
        try (Stream<ListedObject> listed = store.list("")) {
            objects = listed.toList();
        }
        for (ListedObject object : objects) {
            assertThat(keys.add(object.key())).isTrue();
            try (ObjectReader reader = store.read(object.key())) {
                byte[] bytes = reader.readAllBytes();
                assertThat(bytes).hasSize((int) object.size());
                found.put(object.key().value(), Bytes.sha256(bytes));
            }
        }
        return found;
    }
}
