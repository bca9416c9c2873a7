package weir.collect.delivery;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

/// The id of a delivery: a UUID of version 7 (RFC 9562), so that ids sort by the time they were made.
public record DeliveryId(UUID value) {

    static DeliveryId make(Instant now, RandomGenerator random) {
        long high = (now.toEpochMilli() << 16) | 0x7000 | (random.nextLong() & 0x0FFF);
        long low = 0x8000_0000_0000_0000L | (random.nextLong() >>> 2);
        return new DeliveryId(new UUID(high, low));
    }

    /// Empty when it is not an id.
    public static Optional<DeliveryId> parse(String text) {
        try {
            return Optional.of(new DeliveryId(UUID.fromString(text)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
