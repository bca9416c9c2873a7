/// Uploads that can be taken up again where they broke off, by the tus protocol 1.0.0 (core, creation, termination,
/// expiration).
///
/// `UploadRoutes` speaks the protocol. `Uploads` keeps what comes as pieces among the objects, each known to the database
/// before the next begins: whatever happens to a process, what is known is kept, and any other process goes on from there.
/// When all bytes are there, the pieces are handed to `Deliveries` as one file. `ClearUploads` hands over what a process
/// that died had left whole, and erases what nobody went on with for a day.
@NullMarked
package weir.collect.upload;

import org.jspecify.annotations.NullMarked;
