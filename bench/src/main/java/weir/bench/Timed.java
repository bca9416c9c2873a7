package weir.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A command timed as a whole process, from outside.
///
/// @param seconds  wall time
/// @param peakMega the largest resident memory in MB (10^6 bytes), 0 where the system does not tell
/// @param isFine   whether it ended with a code that the benchmark expects
record Timed(double seconds, double peakMega, boolean isFine) {

    private static final int CLOCK_STEP_MILLIS = 20;

    /// Runs the command `rounds` times and gives the round of the median time.
    static Timed median(List<String> command, Path log, int rounds) throws IOException, InterruptedException {
        List<Timed> runs = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            runs.add(once(command, log));
        }
        runs.sort(Comparator.comparingDouble(Timed::seconds));
        return runs.get(runs.size() / 2);
    }

    private static Timed once(List<String> command, Path log) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        double peak = 0;
        while (process.isAlive()) {
            peak = Math.max(peak, peakOf(process.pid()));
            process.waitFor(CLOCK_STEP_MILLIS, java.util.concurrent.TimeUnit.MILLISECONDS);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Timed(seconds, peak, process.exitValue() <= 1);
    }

    /// The peak so far, from the kernel's account of the process.
    static double peakOf(long pid) {
        try {
            for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
                if (line.startsWith("VmHWM:")) {
                    return Double.parseDouble(line.replaceAll("[^0-9]", "")) * 1024 / 1e6;
                }
            }
        } catch (IOException e) {
            return 0; // It has just ended, or this is no Linux.
        }
        return 0;
    }
}
