/// Shows issues to people and programs: on the terminal, as JSON, as CSV, as a page, as the error report councils know.
@NullMarked
package weir.engine.issue.report;

import org.jspecify.annotations.NullMarked;
