/// What the commands need to ask the rules of datasets: a folder for tables while they run, and DuckDB over it.
@NullMarked
package weir.app.rule;

import org.jspecify.annotations.NullMarked;
