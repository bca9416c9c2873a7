/// Files as streams of records, read and written: CSV, XLSX, Parquet and JSON lines, under limits.
///
/// A file is a [Content]; [TableReader] gives its tables one after the other, each a header and blocks of rows. Blocks
/// are cut by one thread and may be parsed by others. What is ambiguous in a format is decided in
/// `docs/interpretation.md`.
@NullMarked
package weir.engine.format;

import org.jspecify.annotations.NullMarked;
