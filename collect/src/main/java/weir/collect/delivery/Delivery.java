package weir.collect.delivery;

import java.time.Instant;
import java.util.Optional;

import weir.engine.organisation.OrganisationCode;

/// One file handed over.
///
/// @param number       counted over all deliveries, in the order of their arrival
/// @param file         its path as the sender named it, `2024/header.csv`
/// @param resource     the SHA-256 of its bytes, hexadecimal
/// @param bytes        their number
/// @param receivedFrom who sent it: a person or a program
/// @param findings     what checking it came to; empty until it is checked
public record Delivery(
        DeliveryId id,
        long number,
        OrganisationCode organisation,
        String file,
        String resource,
        long bytes,
        Instant receivedAt,
        String receivedFrom,
        State state,
        Optional<Findings> findings) {

    /// Where it stands.
    public enum State {
        /// Its bytes are kept; it waits to be checked.
        RECEIVED,
        /// It was read to its end.
        CHECKED,
        /// It could not be read to its end; nothing of it goes on.
        REFUSED
    }

    /// What checking it came to.
    ///
    /// @param dataset as recognised; empty when it was not
    /// @param table   likewise
    /// @param period  likewise
    /// @param report  the key of the report among the objects
    public record Findings(
            String dataset,
            String table,
            String period,
            long rowsRead,
            long rowsKept,
            long rowsRefused,
            long errors,
            long warnings,
            long notices,
            String report) {}
}
