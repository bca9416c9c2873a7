package weir.collect.erase;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import weir.collect.erase.store.UnneededStore;
import weir.platform.database.Database;
import weir.platform.database.Transaction;
import weir.platform.job.JobKind;
import weir.platform.job.JobRun;
import weir.platform.job.JobWork;
import weir.platform.job.Recurrence;
import weir.platform.job.Recurring;
import weir.platform.job.Retry;
import weir.platform.objects.ListedObject;
import weir.platform.objects.ObjectKey;
import weir.platform.objects.ObjectStore;
import weir.platform.objects.StoredObject;

/// The job that deletes objects which nothing refers to any more: those on the list, and, once in a while, those that a
/// process which died has left behind.
public final class Erase implements JobWork<Erase.Argument> {

    public static final JobKind<Argument> KIND =
            new JobKind<>("erase-objects", Argument.class, Retry.usual(), Duration.ofHours(2));

    private static final int SOME = 500;

    /// Work that may still be under way is younger than this.
    private static final Duration SETTLED = Duration.ofDays(2);

    private static final List<String> FOLDERS = List.of("cleaned/", "shares/", "publications/", "reports/", "uploads/");

    private final Database database;
    private final ObjectStore objects;
    private final InstantSource clock;
    private final UnneededStore store = new UnneededStore();

    /// @param sweep whether to look for what was left behind, too
    public record Argument(boolean sweep) {}

    public Erase(Database database, ObjectStore objects, InstantSource clock) {
        this.database = database;
        this.objects = objects;
        this.clock = clock;
    }

    /// When it is due: what is on the list within a minute, the rest each night.
    public static List<Recurring<?>> recurring() {
        return List.of(
                new Recurring<>(KIND, "list", new Recurrence.Every(Duration.ofMinutes(1)), new Argument(false)),
                new Recurring<>(KIND, "sweep", new Recurrence.Cron("0 20 3 * * *"), new Argument(true)));
    }

    /// Puts objects on the list.
    public static void later(Transaction transaction, Collection<String> objects) {
        new UnneededStore().add(transaction, objects);
    }

    /// Puts what earlier attempts of a job have kept and not registered on the list. Each attempt keeps its objects below a
    /// folder that ends in its run, `FOLDER/42-1`.
    public static void leftBehind(Database database, ObjectStore objects, JobRun run, ObjectKey folder) throws IOException {
        if (run.attempt() == 1) {
            return;
        }
        String own = folder.child(run.runId().value()) + "/";
        UnneededStore store = new UnneededStore();
        try (Stream<ListedObject> all = objects.list(folder.child(run.id() + "-").value())) {
            List<String> left = all.map(object -> object.key().value()).filter(key -> !key.startsWith(own)).toList();
            database.change(transaction -> store.add(
                    transaction, left.stream().filter(key -> !store.isReferred(transaction, key)).toList()));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public void run(JobRun run, Argument argument) throws IOException {
        long erased = eraseListed(run);
        if (argument.sweep()) {
            for (String folder : FOLDERS) {
                listLeftBehind(run, folder);
            }
            erased += eraseListed(run);
        }
        run.complete(Map.of("erased", erased), _ -> {});
    }

    private long eraseListed(JobRun run) throws IOException {
        long erased = 0;
        List<String> some = some();
        while (!some.isEmpty()) {
            for (String object : some) {
                run.checkCancelled();
                erase(object);
                erased++;
            }
            some = some();
        }
        return erased;
    }

    private List<String> some() {
        return database.read(transaction -> store.some(transaction, SOME));
    }

    /// The object is off the list only when it is gone: who needs its bytes again waits for that, and then finds them gone.
    private void erase(String object) throws IOException {
        try {
            database.change(transaction -> {
                if (store.take(transaction, object) && !store.isReferred(transaction, object)) {
                    delete(object);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void delete(String object) {
        try {
            objects.delete(ObjectKey.of(object));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void listLeftBehind(JobRun run, String folder) throws IOException {
        try (Stream<ListedObject> all = objects.list(folder)) {
            all.forEach(object -> {
                run.checkCancelled();
                String key = object.key().value();
                boolean isLeft = !database.read(transaction -> store.isReferred(transaction, key)) && isSettled(object.key());
                if (isLeft) {
                    database.change(transaction -> store.add(transaction, List.of(key)));
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private boolean isSettled(ObjectKey key) {
        try {
            return objects.find(key)
                    .map(StoredObject::storedAt)
                    .filter(at -> at.isBefore(clock.instant().minus(SETTLED)))
                    .isPresent();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
