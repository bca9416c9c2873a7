package weir.collect.upload;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

import weir.collect.upload.store.UploadStore;
import weir.platform.database.Database;
import weir.platform.job.JobKind;
import weir.platform.job.JobRun;
import weir.platform.job.JobWork;
import weir.platform.job.Recurrence;
import weir.platform.job.Recurring;
import weir.platform.job.Retry;

/// The job that hands over what is whole but was left lying, and erases what was given up.
public final class ClearUploads implements JobWork<ClearUploads.Argument> {

    public static final JobKind<Argument> KIND =
            new JobKind<>("clear-uploads", Argument.class, Retry.usual(), Duration.ofHours(2));

    /// Whoever sent the last byte may still be handing it over.
    private static final Duration PAUSE = Duration.ofMinutes(5);

    private final Database database;
    private final Uploads uploads;
    private final InstantSource clock;
    private final UploadStore store = new UploadStore();

    /// Nothing needs to be said.
    public record Argument() {}

    public ClearUploads(Database database, Uploads uploads, InstantSource clock) {
        this.database = database;
        this.uploads = uploads;
        this.clock = clock;
    }

    public static List<Recurring<?>> recurring() {
        return List.of(new Recurring<>(KIND, "often", new Recurrence.Every(Duration.ofMinutes(10)), new Argument()));
    }

    @Override
    public void run(JobRun run, Argument argument) throws IOException {
        Instant now = clock.instant();
        long delivered = 0;
        long erased = 0;
        for (Upload upload : database.read(transaction -> store.untouchedSince(transaction, now.minus(PAUSE)))) {
            run.checkCancelled();
            if (upload.isWhole() && !upload.isDelivered()) {
                uploads.finish(upload, run.actor());
                delivered++;
            } else if (upload.touchedAt().isBefore(now.minus(Uploads.PATIENCE))) {
                uploads.discard(upload.id());
                erased++;
            }
        }
        run.complete(Map.of("delivered", delivered, "erased", erased), _ -> {});
    }
}
