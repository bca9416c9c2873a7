package weir.collect.upload;

import java.time.Instant;

import weir.collect.delivery.DeliveryId;
import weir.engine.organisation.OrganisationCode;

/// A file on its way in.
///
/// @param delivery    the delivery it will belong to; once it is handed over, the one it belongs to
/// @param file        its path as the sender names it
/// @param metadata    what the sender said of it, as it was said
/// @param bytes       how many there will be
/// @param received    how many of them are kept
/// @param touchedAt   when the last of them came
/// @param isDelivered whether it is handed over
public record Upload(
        UploadId id,
        OrganisationCode organisation,
        DeliveryId delivery,
        String file,
        String metadata,
        long bytes,
        long received,
        Instant touchedAt,
        boolean isDelivered) {

    boolean isWhole() {
        return received == bytes;
    }
}
