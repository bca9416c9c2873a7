package weir.collect.output;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import weir.collect.change.Change;
import weir.collect.change.store.ChangeStore;
import weir.collect.delivery.Deliveries;
import weir.collect.delivery.store.FileStore;
import weir.collect.delivery.store.TableStore;
import weir.collect.returns.CheckReturns;
import weir.collect.rulebook.Rulebook;
import weir.collect.share.MakeShare;
import weir.collect.share.Share;
import weir.collect.share.store.ShareStore;
import weir.engine.dataset.Dataset;
import weir.platform.database.Transaction;
import weir.platform.job.JobKind;
import weir.platform.job.JobOrder;
import weir.platform.job.JobRun;
import weir.platform.job.JobWork;
import weir.platform.job.Jobs;
import weir.platform.job.Recurrence;
import weir.platform.job.Recurring;
import weir.platform.job.Retry;
import weir.platform.journal.Actor;

/// The job that looks whether outputs still agree with the rules: the specification, what is signed, the years that may be
/// held, the key of pseudonyms. What does not is made anew, as is what was left undone.
public final class Refresh implements JobWork<Refresh.Argument> {

    public static final JobKind<Argument> KIND =
            new JobKind<>("refresh-outputs", Argument.class, Retry.usual(), Duration.ofHours(1));

    private final Jobs jobs;
    private final Deliveries deliveries;
    private final Rulebook rulebook;
    private final InstantSource clock;
    private final ChangeStore changes = new ChangeStore();
    private final ShareStore shares = new ShareStore();
    private final FileStore files = new FileStore();
    private final TableStore tables = new TableStore();

    /// Nothing needs to be said.
    public record Argument() {}

    public Refresh(Jobs jobs, Deliveries deliveries, Rulebook rulebook, InstantSource clock) {
        this.jobs = jobs;
        this.deliveries = deliveries;
        this.rulebook = rulebook;
        this.clock = clock;
    }

    /// Whenever a service starts: it may know other rules than before.
    public static JobOrder<Argument> atStart(Actor process) {
        return JobOrder.of(KIND, "start of " + process, new Argument(), process);
    }

    /// A moment after midnight each day, when the years that may be held can change.
    public static List<Recurring<?>> recurring() {
        return List.of(new Recurring<>(KIND, "daily", new Recurrence.Cron("0 5 0 * * *"), new Argument()));
    }

    @Override
    public void run(JobRun run, Argument argument) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/London"));
        run.complete(Map.of(), transaction -> {
            for (int file : files.unchecked(transaction)) {
                deliveries.checkAgain(transaction, file, run.actor());
            }
            for (TableStore.Unsigned unsigned : tables.unsigned(transaction)) {
                if (isSigned(unsigned)) {
                    deliveries.checkAgain(transaction, unsigned.file(), run.actor());
                }
            }
            for (Change change : changes.all(transaction)) {
                if (!agrees(transaction, change, today)) {
                    changes.erased(transaction, change.organisation(), change.dataset());
                }
                MakeShare.due(transaction, jobs, change.organisation(), run.actor());
                CheckReturns.due(transaction, jobs, rulebook, change.organisation(), run.actor());
            }
        });
    }

    private boolean isSigned(TableStore.Unsigned unsigned) {
        return rulebook.dataset(unsigned.dataset())
                .filter(dataset -> rulebook.agreements(unsigned.organisation()).hasSignedAny(dataset))
                .isPresent();
    }

    private boolean agrees(Transaction transaction, Change change, LocalDate today) {
        Optional<Dataset> dataset = rulebook.dataset(change.dataset());
        Optional<Share> share = shares.current(transaction, change.organisation(), change.dataset());
        return dataset.isEmpty()
                || share.isEmpty()
                || share.get().rules().equals(rulebook.ofShare(change.organisation(), dataset.get(), today));
    }
}
