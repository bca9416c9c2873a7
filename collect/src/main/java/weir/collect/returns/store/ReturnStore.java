package weir.collect.returns.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

import weir.collect.change.Change;
import weir.collect.returns.ReturnCheck;
import weir.engine.organisation.OrganisationCode;
import weir.platform.database.Transaction;

/// Reads and writes `collect.returns_state` and `collect.return_check`.
public final class ReturnStore {

    /// What the returns of an organisation and a dataset were last looked at for.
    ///
    /// @param version the state of the live tables
    /// @param rules   names the rules
    public record State(long version, String rules) {}

    /// Lets one transaction at a time write what was found in the returns of an organisation and dataset.
    public void lock(Transaction transaction, OrganisationCode organisation, String dataset) {
        transaction.handle()
                .createQuery("SELECT pg_advisory_xact_lock(hashtext('returns ' || :organisation || ' ' || :dataset)) IS NULL")
                .bind("organisation", organisation.value())
                .bind("dataset", dataset)
                .mapTo(Boolean.class)
                .one();
    }

    public Optional<State> state(Transaction transaction, OrganisationCode organisation, String dataset) {
        return transaction.handle()
                .createQuery("SELECT version, rules FROM collect.returns_state WHERE organisation = :organisation AND dataset = :dataset")
                .bind("organisation", organisation.value())
                .bind("dataset", dataset)
                .map((row, _) -> new State(row.getLong("version"), row.getString("rules")))
                .findOne();
    }

    /// Notes what the returns were looked at for. `false` when that was done for a later state already.
    public boolean advance(Transaction transaction, Change change, String rules) {
        return transaction.handle()
                .createUpdate("""
                        INSERT INTO collect.returns_state AS state (organisation, dataset, version, rules)
                        VALUES (:organisation, :dataset, :version, :rules)
                        ON CONFLICT (organisation, dataset) DO UPDATE SET version = excluded.version, rules = excluded.rules
                        WHERE state.version <= excluded.version
                        """)
                .bind("organisation", change.organisation().value())
                .bind("dataset", change.dataset())
                .bind("version", change.version())
                .bind("rules", rules)
                .execute() == 1;
    }

    /// The checked returns of an organisation, in the order of dataset and period, the newest period first.
    public List<ReturnCheck> of(Transaction transaction, OrganisationCode organisation) {
        return transaction.handle()
                .createQuery("SELECT * FROM collect.return_check WHERE organisation = :organisation ORDER BY dataset, period DESC")
                .bind("organisation", organisation.value())
                .map((row, _) -> read(row))
                .list();
    }

    /// Takes a check out. Answers it as it was.
    public Optional<ReturnCheck> remove(Transaction transaction, OrganisationCode organisation, String dataset, String period) {
        return transaction.handle()
                .createQuery("""
                        DELETE FROM collect.return_check
                        WHERE organisation = :organisation AND dataset = :dataset AND period = :period RETURNING *
                        """)
                .bind("organisation", organisation.value())
                .bind("dataset", dataset)
                .bind("period", period)
                .map((row, _) -> read(row))
                .findOne();
    }

    public void insert(Transaction transaction, ReturnCheck check) {
        transaction.handle()
                .createUpdate("""
                        INSERT INTO collect.return_check (organisation, dataset, period, made_of, run, checked_at, asked, not_asked,
                            missing, errors, warnings, notices, reports)
                        VALUES (:organisation, :dataset, :period, :madeOf, :run, :checkedAt, :asked, :notAsked,
                            :missing, :errors, :warnings, :notices, :reports)
                        """)
                .bind("organisation", check.organisation().value())
                .bind("dataset", check.dataset())
                .bind("period", check.period())
                .bind("madeOf", check.madeOf())
                .bind("run", check.run())
                .bind("checkedAt", check.checkedAt())
                .bind("asked", check.asked())
                .bind("notAsked", check.notAsked())
                .bind("missing", String.join(" ", check.missing()))
                .bind("errors", check.errors())
                .bind("warnings", check.warnings())
                .bind("notices", check.notices())
                .bind("reports", check.reports())
                .execute();
    }

    private static ReturnCheck read(ResultSet row) throws SQLException {
        String missing = row.getString("missing");
        return new ReturnCheck(
                new OrganisationCode(row.getString("organisation")),
                row.getString("dataset"),
                row.getString("period"),
                row.getString("made_of"),
                row.getString("run"),
                row.getObject("checked_at", OffsetDateTime.class).toInstant(),
                row.getInt("asked"),
                row.getInt("not_asked"),
                missing.isEmpty() ? List.of() : List.of(missing.split(" ")),
                row.getLong("errors"),
                row.getLong("warnings"),
                row.getLong("notices"),
                row.getString("reports"));
    }
}
