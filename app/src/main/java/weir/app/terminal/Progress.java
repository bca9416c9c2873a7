package weir.app.terminal;

import java.io.Closeable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/// A progress bar on standard error, shown when a terminal watches and the work has lasted a second. For one thread.
public final class Progress implements Closeable {

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final long MEBIBYTE = 1L << 20;

    private final InstantSource clock;
    private final boolean isWatched;
    private final String task;
    private final long totalBytes;
    private final Instant start;
    private long done;
    private Optional<ProgressBar> bar = Optional.empty();

    private Progress(InstantSource clock, boolean isWatched, String task, long totalBytes) {
        this.clock = clock;
        this.isWatched = isWatched;
        this.task = task;
        this.totalBytes = totalBytes;
        this.start = clock.instant();
    }

    public static Progress of(Terminal terminal, InstantSource clock, String task, long totalBytes) {
        return new Progress(clock, terminal.isWatched(), task, totalBytes);
    }

    /// @param bytesOfFile how much of the current file is read
    public void at(long bytesOfFile) {
        if (!isWatched) {
            return;
        }
        if (bar.isEmpty() && Duration.between(start, clock.instant()).compareTo(PATIENCE) > 0) {
            bar = Optional.of(new ProgressBarBuilder()
                    .setTaskName(task)
                    .setInitialMax(totalBytes)
                    .setUnit(" MB", MEBIBYTE)
                    .setUpdateIntervalMillis(200)
                    .setStyle(ProgressBarStyle.ASCII)
                    .clearDisplayOnFinish()
                    .build());
        }
        bar.ifPresent(shown -> shown.stepTo(Math.min(totalBytes, done + bytesOfFile)));
    }

    /// A file is done.
    public void add(long bytesOfFile) {
        done += bytesOfFile;
        at(0);
    }

    @Override
    public void close() {
        bar.ifPresent(ProgressBar::close);
    }
}
