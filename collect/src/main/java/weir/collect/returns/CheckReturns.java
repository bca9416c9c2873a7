package weir.collect.returns;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import weir.collect.change.Change;
import weir.collect.change.store.ChangeStore;
import weir.collect.delivery.CheckDelivery;
import weir.collect.delivery.LiveTable;
import weir.collect.delivery.Registry;
import weir.collect.delivery.Reports;
import weir.collect.erase.Erase;
import weir.collect.returns.store.ReturnStore;
import weir.collect.rulebook.Rulebook;
import weir.collect.workspace.Workspace;
import weir.engine.dataset.Dataset;
import weir.engine.dataset.Period;
import weir.engine.dataset.Specification;
import weir.engine.dataset.Table;
import weir.engine.dataset.TableName;
import weir.engine.issue.report.FileOutcome;
import weir.engine.issue.report.SeverityCounts;
import weir.engine.issue.report.TableOutcome;
import weir.engine.organisation.OrganisationCode;
import weir.engine.rule.AcrossRules;
import weir.engine.rule.ReturnTables;
import weir.engine.rule.ReturnTables.CleanedTable;
import weir.engine.rule.Rule;
import weir.platform.database.Database;
import weir.platform.database.Transaction;
import weir.platform.job.JobKind;
import weir.platform.job.JobOrder;
import weir.platform.job.JobRun;
import weir.platform.job.JobWork;
import weir.platform.job.Jobs;
import weir.platform.journal.Action;
import weir.platform.journal.Actor;
import weir.platform.journal.Entry;
import weir.platform.journal.Journal;
import weir.platform.journal.Subject;
import weir.platform.objects.ObjectKey;
import weir.platform.objects.ObjectStore;

/// The job that asks the rules across records of an organisation's returns of a dataset. A return is asked again when its
/// tables or the rules have changed, or the tables of the year before.
public final class CheckReturns implements JobWork<CheckReturns.Argument> {

    public static final JobKind<Argument> KIND =
            new JobKind<>("check-returns", Argument.class, CheckDelivery.PATIENT, Duration.ofHours(6)).yielding();

    private static final ObjectKey REPORTS = ObjectKey.of("reports/returns");

    private final Database database;
    private final Jobs jobs;
    private final ObjectStore objects;
    private final Journal journal;
    private final Registry registry;
    private final Workspace workspace;
    private final Rulebook rulebook;
    private final AcrossRules across;
    private final InstantSource clock;
    private final ReturnStore store = new ReturnStore();
    private final ChangeStore changes = new ChangeStore();

    /// @param organisation its code
    /// @param version      the state of the live tables that asks for it
    public record Argument(String organisation, String dataset, long version) {}

    public CheckReturns(
            Database database,
            Jobs jobs,
            ObjectStore objects,
            Journal journal,
            Registry registry,
            Workspace workspace,
            Rulebook rulebook,
            AcrossRules across,
            InstantSource clock) {
        this.database = database;
        this.jobs = jobs;
        this.objects = objects;
        this.journal = journal;
        this.registry = registry;
        this.workspace = workspace;
        this.rulebook = rulebook;
        this.across = across;
        this.clock = clock;
    }

    /// Submits what is due of an organisation: datasets with such rules whose tables or rules have changed.
    public static void due(Transaction transaction, Jobs jobs, Rulebook rulebook, OrganisationCode organisation, Actor by) {
        ReturnStore store = new ReturnStore();
        for (Change change : new ChangeStore().of(transaction, organisation)) {
            Optional<Dataset> dataset = rulebook.dataset(change.dataset()).filter(rulebook::hasAcross);
            if (dataset.isEmpty()) {
                continue;
            }
            ReturnStore.State wanted = new ReturnStore.State(change.version(), rulebook.ofRules(dataset.get()));
            if (!store.state(transaction, organisation, change.dataset()).equals(Optional.of(wanted))) {
                jobs.submit(transaction, order(change, by));
            }
        }
    }

    /// Each who asks gets a job of its own: one that was left to another must not stand in its way.
    private static JobOrder<Argument> order(Change change, Actor by) {
        OrganisationCode organisation = change.organisation();
        return JobOrder.of(
                        KIND,
                        organisation + "/" + change.dataset() + "/" + change.version() + "/" + by.id(),
                        new Argument(organisation.value(), change.dataset(), change.version()),
                        by)
                .organisation(organisation);
    }

    /// What is looked at, as one moment shows it.
    ///
    /// @param checks what stands of earlier looks, by period
    private record Given(Change change, Map<Period, List<LiveTable>> returns, Map<Period, ReturnCheck> checks) {

        List<LiveTable> last(Period period) {
            return returns.getOrDefault(Period.ofYear(period.year() - 1), List.of());
        }
    }

    @Override
    public void run(JobRun run, Argument argument) throws IOException {
        OrganisationCode organisation = new OrganisationCode(argument.organisation());
        ObjectKey under = REPORTS.child(organisation + "/" + argument.dataset());
        Erase.leftBehind(database, objects, run, under);
        Optional<Dataset> dataset = rulebook.dataset(argument.dataset());
        Optional<Given> given = given(organisation, argument);
        if (given.isEmpty() || dataset.isEmpty()) {
            run.complete(_ -> {});
            return;
        }
        List<Period> due = due(dataset.get(), given.get());
        if (due.isEmpty()) {
            complete(run, dataset.get(), given.get(), Optional.empty(), false);
            return;
        }
        Period period = due.getFirst();
        ReturnCheck made = check(
                run, dataset.get(), given.get(), period, madeOf(dataset.get(), given.get(), period),
                under.child(run.runId() + "/" + period));
        complete(run, dataset.get(), given.get(), Optional.of(made), due.size() > 1);
    }

    /// The returns whose tables or rules have changed since they were looked at, the newest first.
    private List<Period> due(Dataset dataset, Given given) {
        return given.returns().keySet().stream()
                .filter(period -> !Optional.ofNullable(given.checks().get(period))
                        .map(ReturnCheck::madeOf)
                        .equals(Optional.of(madeOf(dataset, given, period))))
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    /// Empty while files of the organisation wait to be checked: the last of them asks again.
    private Optional<Given> given(OrganisationCode organisation, Argument argument) {
        return database.read(transaction -> {
            if (registry.waiting(transaction, organisation) > 0) {
                return Optional.empty();
            }
            Map<Period, List<LiveTable>> returns = new TreeMap<>();
            for (LiveTable live : registry.live(transaction, organisation, argument.dataset())) {
                returns.computeIfAbsent(Period.parse(live.table().period()).orElseThrow(), _ -> new ArrayList<>()).add(live);
            }
            Map<Period, ReturnCheck> checks = new TreeMap<>();
            store.of(transaction, organisation).stream()
                    .filter(check -> check.dataset().equals(argument.dataset()))
                    .forEach(check -> checks.put(Period.parse(check.period()).orElseThrow(), check));
            return Optional.of(new Given(
                    changes.find(transaction, organisation, argument.dataset()).orElseThrow(), returns, checks));
        });
    }

    private String madeOf(Dataset dataset, Given given, Period period) {
        List<LiveTable> read = new ArrayList<>(given.returns().getOrDefault(period, List.of()));
        read.addAll(given.last(period));
        StringBuilder text = new StringBuilder(rulebook.ofRules(dataset));
        read.forEach(live -> text.append(' ').append(live.table().cleaned().orElse("")));
        return Rulebook.sha256(text.toString());
    }

    private ReturnCheck check(
            JobRun run, Dataset dataset, Given given, Period period, String madeOf, ObjectKey kept) throws IOException {
        List<Rule> rules = rulebook.rules(dataset).across(period);
        List<LiveTable> tables = given.returns().getOrDefault(period, List.of());
        try (Workspace.Folder folder = workspace.open()) {
            ReturnTables all = new ReturnTables(
                    dataset.specification(period).orElseThrow(),
                    period,
                    fetch(folder, dataset, period, tables, "this"),
                    fetch(folder, dataset, Period.ofYear(period.year() - 1), given.last(period), "last"));
            Reports reports = new Reports(folder.path(), run.runId().value(), clock.instant());
            List<Rule> open;
            try (reports) {
                for (FileOutcome outcome : outcomes(tables)) {
                    reports.sink().begin(outcome.file());
                    reports.sink().end(outcome);
                }
                open = across.check(rules, all, reports.sink()::amend);
            }
            reports.keep(objects, kept);
            SeverityCounts counts = reports.counts();
            return new ReturnCheck(
                    given.change().organisation(), dataset.id().value(), period.toString(), madeOf, run.runId().value(),
                    clock.instant(), rules.size() - open.size(), open.size(), all.missing(open),
                    counts.errors(), counts.warnings(), counts.notices(), kept.value());
        }
    }

    private List<CleanedTable> fetch(
            Workspace.Folder folder, Dataset dataset, Period period, List<LiveTable> tables, String under) throws IOException {
        Optional<Specification> specification = dataset.specification(period);
        List<CleanedTable> fetched = new ArrayList<>();
        for (LiveTable live : tables) {
            Optional<Table> table = specification.flatMap(one -> one.table(new TableName(live.table().table())));
            if (table.isPresent()) {
                Path parquet = folder.fetch(
                        objects, ObjectKey.of(live.table().cleaned().orElseThrow()), under + "-" + fetched.size() + ".parquet");
                fetched.add(new CleanedTable(live.path(), table.get(), List.of(), parquet));
            }
        }
        return fetched;
    }

    /// The files of a return with what they bring to it.
    private static List<FileOutcome> outcomes(List<LiveTable> tables) {
        Map<String, List<TableOutcome>> byFile = new LinkedHashMap<>();
        for (LiveTable live : tables) {
            byFile.computeIfAbsent(live.path(), _ -> new ArrayList<>()).add(new TableOutcome(
                    live.table().dataset(), live.table().table(), live.table().period(),
                    live.table().rowsRead(), live.table().rowsKept(), live.table().rowsRefused()));
        }
        List<FileOutcome> outcomes = new ArrayList<>();
        byFile.forEach((file, found) -> outcomes.add(new FileOutcome(
                file, found, 0,
                found.stream().mapToLong(TableOutcome::rowsRead).sum(),
                found.stream().mapToLong(TableOutcome::rowsKept).sum(),
                found.stream().mapToLong(TableOutcome::rowsRefused).sum(),
                false)));
        return outcomes;
    }

    /// Keeps what was found. One run looks at one return, so that other work need not wait long; the next follows.
    private void complete(JobRun run, Dataset dataset, Given given, Optional<ReturnCheck> made, boolean isMoreDue) {
        Change change = given.change();
        run.complete(transaction -> {
            // Two who were asked by different files may look at the same return at the same moment.
            store.lock(transaction, change.organisation(), change.dataset());
            if (!isCurrent(transaction, change)) {
                made.ifPresent(check -> Erase.later(transaction, Reports.under(check.reports())));
                return;
            }
            given.checks().keySet().stream()
                    .filter(period -> !given.returns().containsKey(period))
                    .forEach(period -> remove(transaction, change.organisation(), dataset, period.toString()));
            made.ifPresent(check -> keep(transaction, run, dataset, check));
            if (isMoreDue) {
                jobs.submit(transaction, order(change, run.actor()));
            } else {
                store.advance(transaction, change, rulebook.ofRules(dataset));
            }
        });
    }

    /// A change meanwhile asks for a job of its own.
    private boolean isCurrent(Transaction transaction, Change change) {
        return changes.find(transaction, change.organisation(), change.dataset()).filter(change::equals).isPresent();
    }

    private void keep(Transaction transaction, JobRun run, Dataset dataset, ReturnCheck check) {
        remove(transaction, check.organisation(), dataset, check.period());
        store.insert(transaction, check);
        journal.append(transaction, Entry.of(Action.ISSUE_TOTAL, run.actor(), new Subject("return", dataset.id().value()))
                .organisation(check.organisation())
                .run(run.runId())
                .counts(Map.of(
                        "asked", (long) check.asked(),
                        "not-asked", (long) check.notAsked(),
                        "errors", check.errors(),
                        "warnings", check.warnings(),
                        "notices", check.notices()))
                .detail("period", check.period()));
    }

    private void remove(Transaction transaction, OrganisationCode organisation, Dataset dataset, String period) {
        store.remove(transaction, organisation, dataset.id().value(), period)
                .ifPresent(check -> Erase.later(transaction, Reports.under(check.reports())));
    }
}
