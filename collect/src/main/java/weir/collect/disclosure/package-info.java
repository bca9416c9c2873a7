/// Control of disclosure: what an output must not tell as a whole is taken from it before it is published.
///
/// `DisclosureControl` decides in DuckDB, over the rows of all organisations together, which rows are removed and which
/// cells are blanked: first rows whose combination of values is too rare, then numbers that are too small and those that
/// would give them away. What it decides is a list of places and no values. `TableControl` makes the files of a table anew
/// by that list: the CSV byte for byte but for what is taken, the Parquet by DuckDB. Then it asks the new files whether they
/// keep the rule; a control that cannot be done or does not hold is an exception, and nothing is published.
/// `FolderControl` does the same for a folder of one organisation.
@NullMarked
package weir.collect.disclosure;

import org.jspecify.annotations.NullMarked;
