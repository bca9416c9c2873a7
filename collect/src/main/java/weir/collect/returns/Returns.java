package weir.collect.returns;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import weir.collect.delivery.ReportForm;
import weir.collect.returns.store.ReturnStore;
import weir.engine.organisation.OrganisationCode;
import weir.platform.database.Database;
import weir.platform.objects.ObjectKey;
import weir.platform.objects.ObjectReader;
import weir.platform.objects.ObjectStore;

/// The returns that were looked at. Safe for many threads.
public final class Returns {

    private final Database database;
    private final ObjectStore objects;
    private final ReturnStore store = new ReturnStore();

    public Returns(Database database, ObjectStore objects) {
        this.database = database;
        this.objects = objects;
    }

    /// Those of an organisation, in the order of dataset and period, the newest period first.
    public List<ReturnCheck> of(OrganisationCode organisation) {
        return database.read(transaction -> store.of(transaction, organisation));
    }

    /// @param period as in `2024`
    public Optional<ReturnCheck> find(OrganisationCode organisation, String dataset, String period) {
        return of(organisation).stream()
                .filter(one -> one.dataset().equals(dataset) && one.period().equals(period))
                .findFirst();
    }

    public ObjectReader report(ReturnCheck check, ReportForm form) throws IOException {
        return objects.read(ObjectKey.of(check.reports()).child(form.object()));
    }
}
