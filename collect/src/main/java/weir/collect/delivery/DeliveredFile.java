package weir.collect.delivery;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import weir.engine.organisation.OrganisationCode;

/// One file of a delivery.
///
/// @param number   counted over all files, for ever: the source of its rows
/// @param file     its path as the sender named it, `2024/header.csv`
/// @param resource the SHA-256 of its bytes, hexadecimal
/// @param bytes    their number
/// @param findings what checking it came to; empty until it is checked
/// @param checks   how often it was sent to be checked
public record DeliveredFile(
        int number,
        DeliveryId delivery,
        OrganisationCode organisation,
        String file,
        String resource,
        long bytes,
        State state,
        Optional<Findings> findings,
        int checks) {

    /// Where it stands.
    public enum State {
        /// Its bytes are kept; it waits to be checked.
        RECEIVED,
        /// It was read to its end and its tables count.
        CHECKED,
        /// It could not be taken; nothing of it goes on.
        REFUSED,
        /// Later files brought all of its tables anew.
        SUPERSEDED,
        /// Its organisation took it back; its bytes are erased.
        WITHDRAWN;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// What checking it came to.
    ///
    /// @param reports the folder of its reports among the objects: `report.json`, `report.csv`, `report.html`
    /// @param tables  its tables, in the order of the file
    public record Findings(
            long rowsRead,
            long rowsKept,
            long rowsRefused,
            long errors,
            long warnings,
            long notices,
            String reports,
            List<DeliveredTable> tables) {

        public Findings {
            tables = List.copyOf(tables);
        }
    }
}
