package weir.collect.lineage;

import java.time.Instant;

/// Where one row of an output comes from.
///
/// @param delivery     the delivery's id
/// @param receivedFrom who handed it in
/// @param file         the file's path as the sender named it
/// @param number       the file's number
/// @param resource     the SHA-256 of its bytes, hexadecimal
/// @param period       of the return
/// @param row          the row in the file as a spreadsheet counts: the header is row 1
/// @param run          the run that made the organisation's share
/// @param suppressed   what the control of disclosure has taken of the row, by which clause; empty when nothing. A row that was
///                     removed is in no output
public record Origin(
        String organisation,
        String delivery,
        Instant receivedAt,
        String receivedFrom,
        String file,
        int number,
        String resource,
        String period,
        long row,
        String run,
        String suppressed) {}
