/// CSV as the streams take it: all of a file or none of it, each row with its line as it was sent.
///
/// A file is read twice. [CsvCheck] reads it once, finds what is malformed and counts the rows; [CsvRows] reads it again and
/// hands out each [CsvRow], which knows its place, its raw line and how many rows the file has. [CsvRowJson] makes a row the
/// JSON object of its message and back; [CsvLine] writes a line of CSV.
@NullMarked
package weir.stream.csv;

import org.jspecify.annotations.NullMarked;
