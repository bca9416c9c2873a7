package weir.collect.upload;

import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

/// The id of an upload: random, so that only who began it knows it.
public record UploadId(UUID value) {

    static UploadId make(RandomGenerator random) {
        long high = random.nextLong() & ~0xF000L | 0x4000L;
        long low = random.nextLong() >>> 2 | 0x8000_0000_0000_0000L;
        return new UploadId(new UUID(high, low));
    }

    /// Empty when it is not an id.
    public static Optional<UploadId> parse(String text) {
        try {
            return Optional.of(new UploadId(UUID.fromString(text)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
