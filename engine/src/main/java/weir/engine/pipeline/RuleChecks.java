package weir.engine.pipeline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

import weir.engine.dataset.Dataset;
import weir.engine.dataset.Period;
import weir.engine.issue.IssueSink;
import weir.engine.issue.report.ReportSink;
import weir.engine.rule.RecordRules;
import weir.engine.rule.ReturnTables;
import weir.engine.rule.ReturnTables.CleanedTable;
import weir.engine.rule.Rule;
import weir.engine.rule.RuleBook;

/// Checks the rules of datasets while files are read, and those across records when all files are read.
///
/// Rules of one record are asked of each row as it passes and need no memory. For rules across records the fields they
/// name are kept as Parquet in the folder of the [Rules]; without [weir.engine.rule.AcrossRules] nothing is kept. Used by
/// one thread, but for what is done with blocks of rows.
public final class RuleChecks {

    private final Rules rules;
    private final ReportSink report;
    private final List<Gathered> gathered = new ArrayList<>();
    private int tables;

    /// A table kept for rules across records.
    record Gathered(Recognised recognised, CleanedTable table) {}

    public RuleChecks(Rules rules, ReportSink report) {
        this.rules = rules;
        this.report = report;
    }

    /// The same targets, with the rules asked of each row that goes to them.
    public ReturnRun.Targets around(ReturnRun.Targets inner) {
        return new ReturnRun.Targets() {
            @Override
            public RowTarget<?> open(Recognised recognised) throws IOException {
                return ruled(recognised, inner.open(recognised));
            }

            @Override
            public boolean admits(Recognised recognised, IssueSink issues) {
                return inner.admits(recognised, issues);
            }
        };
    }

    private RowTarget<?> ruled(Recognised recognised, RowTarget<?> inner) throws IOException {
        RuleBook book = rules.books().of(recognised.dataset());
        RecordRules ofRecords = new RecordRules(
                book.ofRecords(recognised.table().name(), recognised.period()), recognised.table(), recognised.period());
        Optional<GatheredRows> rows = gather(book, recognised);
        return ofRecords.isEmpty() && rows.isEmpty()
                ? inner
                : new RuledTarget<>(inner, ofRecords, rows, recognised, report);
    }

    private Optional<GatheredRows> gather(RuleBook book, Recognised recognised) throws IOException {
        Period period = recognised.period();
        List<Rule> asking = new ArrayList<>(book.across(period));
        asking.addAll(book.across(Period.ofYear(period.year() + 1)));
        boolean isRead = rules.across().isPresent() && asking.stream().anyMatch(rule -> reads(rule, recognised));
        return isRead
                ? Optional.of(GatheredRows.open(rules.work(), "table-" + tables++, recognised, asking, gathered::add))
                : Optional.empty();
    }

    private static boolean reads(Rule rule, Recognised recognised) {
        return rule.test() instanceof Rule.Across test
                && test.reads().stream().anyMatch(use -> use.table().equals(recognised.table().name()));
    }

    /// What could not be asked of a return.
    ///
    /// @param missing the tables that were not at hand, by their names in queries
    public record NotAsked(Dataset dataset, Period period, int rules, List<String> missing) {}

    /// Asks the rules across records of all that was read.
    /// @throws IOException when they cannot be asked
    public List<NotAsked> finish() throws IOException {
        List<NotAsked> open = new ArrayList<>();
        List<Dataset> datasets = gathered.stream().map(one -> one.recognised().dataset()).distinct().toList();
        for (Dataset dataset : datasets) {
            TreeMap<Period, List<CleanedTable>> byPeriod = new TreeMap<>();
            for (Gathered one : gathered) {
                if (one.recognised().dataset().id().equals(dataset.id())) {
                    byPeriod.computeIfAbsent(one.recognised().period(), _ -> new ArrayList<>()).add(one.table());
                }
            }
            for (Period period : byPeriod.keySet()) {
                List<CleanedTable> last = byPeriod.getOrDefault(Period.ofYear(period.year() - 1), List.of());
                ask(dataset, period, byPeriod.getOrDefault(period, List.of()), last).ifPresent(open::add);
            }
        }
        return open;
    }

    private Optional<NotAsked> ask(Dataset dataset, Period period, List<CleanedTable> tables, List<CleanedTable> last)
            throws IOException {
        ReturnTables all = new ReturnTables(dataset.specification(period).orElseThrow(), period, tables, last);
        List<Rule> open = rules.across().orElseThrow()
                .check(rules.books().of(dataset).across(period), all, report::amend);
        return open.isEmpty()
                ? Optional.empty()
                : Optional.of(new NotAsked(dataset, period, open.size(), all.missing(open)));
    }
}
