/// The running service: what it depends on, what it is made of, how it starts and stops.
///
/// `Dependencies` opens the data folder, the database, the broker and the object store, embedded or by address.
/// `Service` wires every part to them and opens the listeners. `ServeCommand` keeps it running until it is stopped.
@NullMarked
package weir.app.serve;

import org.jspecify.annotations.NullMarked;
