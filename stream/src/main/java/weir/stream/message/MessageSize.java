package weir.stream.message;

import java.nio.charset.StandardCharsets;

import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/// How large messages may be, in bytes. The topics, every writer and every reader of the streams go by it, so that what was taken
/// in fits wherever it is written on.
///
/// Each bound leaves room for what comes on top of the one before: an object has a header put before it, its values are replaced
/// by longer ones, a row becomes XML; a dead letter says why it is one.
public final class MessageSize {

    /// One object as it comes in: an element of XML below the root, or a value of JSON, in UTF-8 in either case.
    public static final int OBJECT = 1_000_000;

    /// One message as a service may write it, with its key and its headers.
    public static final int MESSAGE = 4 << 20;

    /// What the topics take.
    public static final int TOPIC = MESSAGE + (64 << 10);

    /// What the topic of dead letters takes, and what writers may send.
    public static final int DEAD_LETTER = TOPIC + (64 << 10);

    /// How many messages a reader takes from the broker at once. Few: large messages that compress well hide in a small answer,
    /// and only their number bounds what they take here.
    public static final int READ_AT_ONCE = 50;

    /// What a header or a message takes beside its bytes, at most.
    private static final int FRAME = 24;

    private MessageSize() {}

    /// Stops at a message that services may not write.
    /// @throws MessageTooLarge when it is larger
    public static void check(byte[] key, byte[] value, Iterable<Header> headers) {
        if (of(key, value, headers) > MESSAGE) {
            throw new MessageTooLarge();
        }
    }

    /// How much a message takes, or a little more.
    public static long of(byte @Nullable [] key, byte @Nullable [] value, Iterable<Header> headers) {
        long bytes = FRAME + length(key) + length(value);
        for (Header header : headers) {
            bytes += FRAME + header.key().length() + length(header.value());
        }
        return bytes;
    }

    private static long length(byte @Nullable [] bytes) {
        return bytes == null ? 0 : bytes.length;
    }

    /// Whether a text is too large for an object.
    public static boolean isTooLarge(String text) {
        return text.length() > OBJECT / 3 && text.getBytes(StandardCharsets.UTF_8).length > OBJECT;
    }
}
