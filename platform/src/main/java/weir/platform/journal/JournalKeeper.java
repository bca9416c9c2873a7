package weir.platform.journal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Seals what waits about each second and writes anchors now and then, on one thread of its own. Any number of processes
/// may keep the same journal: they take turns. When the database is away, it goes on as soon as it is back.
public final class JournalKeeper implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JournalKeeper.class);
    private static final Duration STOP_WAIT = Duration.ofSeconds(10);

    private final Journal journal;
    private final AnchorStore anchors;
    private final InstantSource clock;
    private final JournalSettings settings;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("journal").factory());
    private Instant anchored = Instant.EPOCH;
    private boolean isFailing;

    public JournalKeeper(Journal journal, AnchorStore anchors, InstantSource clock, JournalSettings settings) {
        this.journal = journal;
        this.anchors = anchors;
        this.clock = clock;
        this.settings = settings;
    }

    public void start() {
        long pause = settings.sealEvery().toMillis();
        var unused = thread.scheduleWithFixedDelay(this::keep, pause, pause, TimeUnit.MILLISECONDS);
    }

    private void keep() {
        try {
            journal.seal();
            Instant now = clock.instant();
            boolean isDue = Duration.between(anchored, now).abs().compareTo(settings.anchorEvery()) >= 0;
            if (isDue) {
                journal.anchor(anchors, clock);
                anchored = now;
            }
            isFailing = false;
        } catch (AnchorContradicted e) {
            LOG.error("The journal was rewritten. {}", e.getMessage());
            anchored = clock.instant();
        } catch (RuntimeException e) {
            // A library's message may hold values, so the class is all that is told. Each try is not worth a line.
            if (!isFailing) {
                LOG.warn("The journal's entries wait to be sealed; nothing is lost. cause={}", e.getClass().getSimpleName());
            }
            isFailing = true;
        }
    }

    /// Seals a last time and stops.
    @Override
    public void close() {
        thread.execute(this::keep);
        thread.shutdown();
        try {
            if (!thread.awaitTermination(STOP_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            thread.shutdownNow();
        }
    }
}
