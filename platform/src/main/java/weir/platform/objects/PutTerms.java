package weir.platform.objects;

import java.time.Instant;
import java.util.Optional;
import java.util.function.LongConsumer;

/// On what terms a stream is stored.
///
/// @param byteLimit   more bytes than this are refused with [TooLarge]
/// @param retainUntil before this moment the object is neither deleted nor replaced
/// @param labels      kept with the object
/// @param progress    told the bytes read so far, on the thread that stores, at least once a megabyte
public record PutTerms(long byteLimit, Optional<Instant> retainUntil, Labels labels, LongConsumer progress) {

    /// @throws IllegalArgumentException when the limit is negative
    public PutTerms {
        if (byteLimit < 0) {
            throw new IllegalArgumentException("A limit of bytes must not be negative.");
        }
    }

    /// No limit, no retention, no labels.
    public static PutTerms none() {
        return new PutTerms(Long.MAX_VALUE, Optional.empty(), Labels.none(), _ -> {});
    }

    public PutTerms withByteLimit(long bytes) {
        return new PutTerms(bytes, retainUntil, labels, progress);
    }

    public PutTerms withRetainUntil(Instant moment) {
        return new PutTerms(byteLimit, Optional.of(moment), labels, progress);
    }

    public PutTerms withLabels(Labels more) {
        return new PutTerms(byteLimit, retainUntil, more, progress);
    }

    public PutTerms withProgress(LongConsumer listener) {
        return new PutTerms(byteLimit, retainUntil, labels, listener);
    }
}
