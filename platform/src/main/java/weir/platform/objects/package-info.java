/// Objects: streams of bytes under keys, stored whole, unchanged and provably so, in a folder or in an S3 bucket.
///
/// The flow: [ObjectStore#open] picks the store by the settings' URL. A stream comes in through [ObjectStore#put] (under
/// a key that the caller chooses) or [ObjectStore#putContent] (under the SHA-256 of its bytes). It is hashed and measured
/// while it is written aside; only then does it appear under its key, in one step, with its [StoredObject] description.
/// [ObjectStore#read] gives the bytes back and hashes them again: a changed object ends in [ObjectCorrupted], not in
/// wrong data. [Sweep] deletes what is past its retention.
///
/// Every failure is an [java.io.IOException] named after what happened: [ObjectNotFound], [ObjectCorrupted], [TooLarge],
/// [StillRetained], [KeyTaken], [ObjectStoreFull], [ObjectStoreUnavailable]. A failure of the stream that is handed in
/// comes out as it is.
@NullMarked
package weir.platform.objects;

import org.jspecify.annotations.NullMarked;
