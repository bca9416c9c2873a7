package weir.stream.memory;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

import org.apache.kafka.clients.producer.ProducerRecord;
import weir.platform.database.Database;
import weir.stream.sif.SifGenerator;

/// Measures how fast objects with their tuples are taken in, first new ones and then the same again as newer ones.
///
/// `java … weir.stream.memory.MemorySpeed [students]`
final class MemorySpeed {

    private static final int CHUNK = 2_000;
    private static final String END = "</StudentPersonal>";

    private MemorySpeed() {}

    public static void main(String[] args) throws Exception {
        int count = args.length > 0 ? Integer.parseInt(args[0]) : 50_000;
        Path folder = Files.createTempDirectory("weir-memory-speed");
        try (Servers servers = Servers.start(folder); Database database = servers.open()) {
            for (String round : List.of("new", "again", "and again")) {
                long bytes = post(servers, count);
                long begun = System.nanoTime();
                Duration here = processor();
                Duration loops;
                Duration inDatabase = database(folder);
                try (MemoryWriter writer = new MemoryWriter(
                        database, servers.brokerAddress(), (_, _, _, _, _, _, _) -> {}, RandomGenerator.getDefault())) {
                    writer.start();
                    while (writer.taken() < 2L * count) {
                        Thread.sleep(5);
                    }
                    loops = loops();
                }
                double used = processor().minus(here).toMillis() / 1e3;
                double there = database(folder).minus(inDatabase).toMillis() / 1e3;
                double seconds = (System.nanoTime() - begun) / 1e9;
                System.out.println(round + ": " + count + " objects of " + bytes / count + " bytes with their tuples in "
                        + Math.round(seconds * 100) / 100.0 + " s: " + Math.round(count / seconds) + " objects/s, "
                        + Math.round(bytes / seconds / 1e6) + " MB/s; processor time "
                        + loops.toMillis() / 1e3 + " s in the loops, "
                        + used + " s in all of this process, the broker and the compiler with it, " + there + " s in the database");
            }
        }
    }

    /// Of the threads that take in.
    private static Duration loops() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long nanos = 0;
        for (long id : threads.getAllThreadIds()) {
            ThreadInfo thread = threads.getThreadInfo(id);
            if (thread != null && thread.getThreadName().startsWith("memory-")) {
                nanos += threads.getThreadCpuTime(id);
            }
        }
        return Duration.ofNanos(nanos);
    }

    private static Duration processor() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow();
    }

    /// Of the processes of the database that live now, without those that have ended.
    private static Duration database(Path folder) throws IOException {
        long postmaster = Long.parseLong(Files.readAllLines(
                folder.resolve("postgres").resolve("data").resolve("postmaster.pid"), StandardCharsets.UTF_8).getFirst().strip());
        return ProcessHandle.of(postmaster).orElseThrow().descendants()
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static long post(Servers servers, int count) throws IOException {
        SifGenerator generator = new SifGenerator(RandomGenerator.of("L64X128MixRandom"), Year.of(2026), List.of("48096", "47089"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        generator.writeStudents(CHUNK, out);
        String[] students = out.toString(StandardCharsets.UTF_8).split("(?<=" + END + ")", -1);
        Posts posts = new Posts(servers);
        long bytes = 0;
        for (int from = 0; from < count; from += CHUNK) {
            List<ProducerRecord<byte[], byte[]>> messages = new ArrayList<>();
            for (int i = from; i < Math.min(count, from + CHUNK); i++) {
                String student = students[i - from];
                String object = student.substring(student.indexOf("<StudentPersonal ")).replaceFirst(
                        "RefId=\"[^\"]*\"", "RefId=\"" + new java.util.UUID(i * 0x9E3779B97F4A7C15L, i) + "\"");
                bytes += object.length();
                messages.addAll(posts.messages(System.currentTimeMillis(), object));
            }
            servers.write(messages);
        }
        return bytes;
    }
}
