package weir.collect.delivery;

import java.time.Instant;
import java.util.List;

import weir.engine.organisation.OrganisationCode;

/// One act of handing over: one or more files of one organisation.
///
/// @param number       counted over all deliveries, in the order of their arrival
/// @param receivedFrom who sent it: a person or a program
/// @param files        in the order in which they came
public record Delivery(
        DeliveryId id,
        long number,
        OrganisationCode organisation,
        Instant receivedAt,
        String receivedFrom,
        List<DeliveredFile> files) {

    public Delivery {
        files = List.copyOf(files);
    }
}
