package weir.collect.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import weir.collect.change.store.ChangeStore;
import weir.collect.delivery.DeliveredFile.Findings;
import weir.collect.delivery.DeliveredTable.State;
import weir.collect.delivery.store.FileStore;
import weir.collect.delivery.store.TableStore;
import weir.collect.erase.Erase;
import weir.engine.organisation.OrganisationCode;
import weir.platform.database.Database;
import weir.platform.database.Transaction;
import weir.platform.journal.Action;
import weir.platform.journal.Actor;
import weir.platform.journal.Entry;
import weir.platform.journal.Journal;
import weir.platform.journal.Subject;

/// Which tables of an organisation count: of one name, period and part the one that was delivered last. Safe for many
/// threads and processes; changes of one organisation come one after the other.
public final class Registry {

    private final Database database;
    private final Journal journal;
    private final OnChange onChange;
    private final FileStore files = new FileStore();
    private final TableStore tables = new TableStore();
    private final ChangeStore changes = new ChangeStore();

    /// What follows when it may have become due to make an organisation's shares, in the same transaction.
    @FunctionalInterface
    public interface OnChange {

        void changed(Transaction transaction, OrganisationCode organisation, Actor by);
    }

    public Registry(Database database, Journal journal, OnChange onChange) {
        this.database = database;
        this.journal = journal;
        this.onChange = onChange;
    }

    public Optional<DeliveredFile> find(int number) {
        return database.read(transaction -> files.find(transaction, number));
    }

    /// The live tables of a dataset, in the order of table and file, as this transaction sees them.
    public List<LiveTable> live(Transaction transaction, OrganisationCode organisation, String dataset) {
        return tables.live(transaction, organisation, dataset);
    }

    /// How many files of an organisation wait to be checked.
    public int waiting(Transaction transaction, OrganisationCode organisation) {
        return files.waiting(transaction, organisation);
    }

    /// The other files of the same delivery that brought the same table, period and part.
    List<String> siblings(DeliveredFile file, DeliveredTable like) {
        return database.read(transaction -> tables.siblings(transaction, file, like));
    }

    /// Writes what checking a file came to and settles which tables count. A file that does not wait any more, because it
    /// was withdrawn meanwhile, stays as it is, and what was kept of it is erased.
    ///
    /// @param rules names the rules it was checked by
    void settle(
            Transaction transaction,
            DeliveredFile file,
            DeliveredFile.State state,
            Findings findings,
            String rules,
            Actor by) {
        tables.lock(transaction, file.organisation());
        DeliveredFile before = files.find(transaction, file.number()).orElseThrow();
        if (before.state() != DeliveredFile.State.RECEIVED) {
            Erase.later(transaction, objects(findings));
            return;
        }
        before.findings().ifPresent(earlier -> Erase.later(transaction, objects(earlier)));
        Set<String> changed = new TreeSet<>();
        before.findings().ifPresent(earlier -> earlier.tables().forEach(table -> {
            tables.setState(transaction, file.number(), table.ordinal(), State.SUPERSEDED);
            changed.add(table.dataset());
        }));
        List<DeliveredTable> settled = new ArrayList<>();
        for (DeliveredTable table : findings.tables()) {
            State tableState = settle(transaction, file, table, settled);
            settled.add(table.with(tableState));
            changed.add(table.dataset());
        }
        files.checked(transaction, file.number(), state, findings, rules);
        tables.replace(transaction, file, settled);
        files.supersede(transaction, file.organisation());
        changed.forEach(dataset -> changes.changed(transaction, file.organisation(), dataset));
        // As long as others wait, what follows is left to the last of them.
        if (files.waiting(transaction, file.organisation()) == 0) {
            onChange.changed(transaction, file.organisation(), by);
        }
    }

    private State settle(Transaction transaction, DeliveredFile file, DeliveredTable table, List<DeliveredTable> own) {
        boolean isRepeated = own.stream().anyMatch(table::isSameTable)
                || !tables.siblings(transaction, file, table).isEmpty();
        Optional<LiveTable> live = tables.live(transaction, file.organisation(), table);
        if (isRepeated) {
            live.filter(other -> other.delivery().equals(file.delivery().toString()))
                    .ifPresent(other -> tables.setState(transaction, other.file(), other.table().ordinal(), State.REPEATED));
            return State.REPEATED;
        }
        if (live.isEmpty()) {
            return State.LIVE;
        }
        if (live.get().file() > file.number()) {
            Erase.later(transaction, table.objects());
            return State.SUPERSEDED;
        }
        tables.setState(transaction, live.get().file(), live.get().table().ordinal(), State.SUPERSEDED);
        Erase.later(transaction, live.get().table().objects());
        return State.LIVE;
    }

    private static List<String> objects(Findings findings) {
        List<String> objects = new ArrayList<>(Reports.under(findings.reports()));
        findings.tables().forEach(table -> objects.addAll(table.objects()));
        return objects;
    }

    /// What a withdrawal came to.
    ///
    /// @param tables tables that counted and do not any more
    /// @param files  files of which nothing is left: their bytes are erased
    public record Withdrawn(int tables, int files) {}

    /// Takes an organisation's tables of a dataset and period back: their rows leave the outputs, and everything that is
    /// kept of them is erased. A file's bytes are erased when no table of it is left.
    ///
    /// @param period as in `2024`; empty for all
    public Withdrawn withdraw(OrganisationCode organisation, String dataset, Optional<String> period, Actor by) {
        return database.write(transaction -> {
            tables.lock(transaction, organisation);
            List<DeliveredTable> taken = tables.withdraw(transaction, organisation, dataset, period);
            taken.forEach(table -> Erase.later(transaction, table.objects()));
            List<DeliveredFile> gone = files.withdraw(transaction, organisation);
            for (DeliveredFile file : gone) {
                file.findings().ifPresent(findings -> Erase.later(transaction, objects(findings)));
                Erase.later(transaction, List.of(Deliveries.resource(file.resource()).value()));
            }
            changes.erased(transaction, organisation, dataset);
            journal.append(transaction, Entry.of(
                            new Action("delivery-withdrawn"), by, new Subject("dataset", dataset))
                    .organisation(organisation)
                    .counts(Map.of("tables", (long) taken.size(), "files", (long) gone.size()))
                    .detail("period", period.orElse("all")));
            onChange.changed(transaction, organisation, by);
            return new Withdrawn(taken.size(), gone.size());
        });
    }

    /// Erases what is kept of a dataset for which nothing is signed any more. The files themselves stay, and are checked
    /// again once something is signed.
    public void unsign(Transaction transaction, OrganisationCode organisation, String dataset) {
        tables.lock(transaction, organisation);
        for (LiveTable live : tables.live(transaction, organisation, dataset)) {
            tables.setState(transaction, live.file(), live.table().ordinal(), State.UNSIGNED);
            Erase.later(transaction, live.table().objects());
        }
    }
}
