/// The stream application: every service of the streams, from a posted document to its five levels, its place in the graph
/// and its registration.
///
/// ```text
/// sifxml.ingest ─────► IngestValidate ─────┐
/// sifxml.bulkingest ─► BulkIngestValidate ─┴► sifxml.validated, sifxml.errors
/// sifxml.validated ──► Process ─► sifxml.processed ─► PrivacyFilter ─► topic.stream.{none,low,medium,high,extreme}
///                                                  ├► Parser ─► sms.indexer
///                                                  └► SrmValidate, UniqueIds, FileReport ─► naplan.srm_errors, naplan.filereport
/// naplan.csv, naplan.csv_staff ─► CsvToSif ─► sifxml.ingest, csv.errors
/// naplan.sifxml.none, naplan.sifxml_staff.none ─► SifToCsv ─► naplan.csv_out, naplan.csvstaff_out
/// ```
///
/// One Kafka Streams application runs it, exactly once: what a service reads and what it writes are one transaction. What a
/// service cannot process goes to the dead letters ([DeadLetter]) with its reason, and the stream goes on.
@NullMarked
package weir.stream.topology;

import org.jspecify.annotations.NullMarked;
