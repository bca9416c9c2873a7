/// Deliveries: one file handed over by one organisation, kept as it came, checked, answered with its report.
///
/// `Deliveries.receive` streams the bytes to the object store and then, in one transaction, registers the delivery,
/// writes the journal and submits the job that checks it: what was answered with 201 is checked, whatever happens to the
/// process in between. `CheckDelivery` is that job. `DeliveryRoutes` is the API.
@NullMarked
package weir.collect.delivery;

import org.jspecify.annotations.NullMarked;
