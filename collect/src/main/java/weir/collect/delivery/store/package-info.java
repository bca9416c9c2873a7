/// The registry of deliveries in the database.
@NullMarked
package weir.collect.delivery.store;

import org.jspecify.annotations.NullMarked;
