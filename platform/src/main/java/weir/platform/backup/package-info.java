/// A copy of everything a running system keeps, and the way back into an empty one.
///
/// The flow of a backup: `Backup.make` stages a hidden folder; one transaction that sees one moment streams every table
/// of every schema into it (`backup.store`); then each object is copied (objects only grow, so all that the tables refer
/// to are there), and each topic up to where it ended at the start. Each file is hashed while it is written. The
/// `Manifest` names them all, and the folder appears whole or not at all.
///
/// The flow of a restore: `BackupFolder.open` proves every byte against the manifest before anything is written.
/// `Restore.into` brings the empty schemas to the version of the backup, fills the tables in one transaction, brings them
/// up to date, stores the objects, and then counts, reads and compares what is there now.
@NullMarked
package weir.platform.backup;

import org.jspecify.annotations.NullMarked;
