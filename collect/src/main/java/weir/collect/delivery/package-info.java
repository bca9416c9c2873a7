/// Deliveries: files handed over by one organisation, kept as they came, checked, answered with their reports.
///
/// `Deliveries.receive` streams the bytes to the object store and then, in one transaction, registers the file, writes the
/// journal and submits the job that checks it: what was answered with 201 is checked, whatever happens to the process in
/// between. `CheckDelivery` is that job: it keeps the cleaned tables and the reports. `Registry` settles which tables count:
/// of one name, period and part the one that was delivered last; and it takes back what an organisation withdraws.
/// `DeliveryRoutes` is the API.
@NullMarked
package weir.collect.delivery;

import org.jspecify.annotations.NullMarked;
