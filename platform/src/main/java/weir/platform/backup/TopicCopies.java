package weir.platform.backup;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import weir.platform.broker.LoggedMessage;
import weir.platform.broker.TopicLogs;

/// Copies the messages of topics into a backup and back. Numbers are big-endian; each message is a partition (4 bytes),
/// a time in milliseconds since 1970 (8 bytes), key and value (each its length in 4 bytes, -1 for none, and its bytes),
/// how many headers (4 bytes), and of each the name and the value in the same form.
final class TopicCopies {

    private final TopicLogs topics;

    TopicCopies(TopicLogs topics) {
        this.topics = topics;
    }

    /// @param ends where each partition of each topic ended when the backup began
    List<Manifest.Topic> copyTo(StagedBackup staged, Map<String, Map<Integer, Long>> ends) throws IOException {
        List<Manifest.Topic> copied = new ArrayList<>();
        for (Map.Entry<String, Map<Integer, Long>> topic : ends.entrySet()) {
            String file = "topics/" + topic.getKey() + ".gz";
            long messages = staged.writeCompressed(file, out -> {
                DataOutputStream to = new DataOutputStream(out);
                return topics.read(topic.getKey(), topic.getValue(), message -> write(to, message));
            });
            copied.add(new Manifest.Topic(
                    topic.getKey(), topic.getValue().size(), topics.configuration(topic.getKey()), messages, file));
        }
        return copied;
    }

    /// Makes a topic and fills it.
    /// @return how many messages
    long restore(Manifest.Topic topic, InputStream in) throws IOException {
        topics.make(topic.name(), topic.partitions(), topic.configuration());
        DataInputStream from = new DataInputStream(in);
        return topics.write(topic.name(), () -> read(from));
    }

    private static void write(DataOutputStream to, LoggedMessage message) throws IOException {
        to.writeInt(message.partition());
        to.writeLong(message.timestamp());
        write(to, message.key());
        write(to, message.value());
        to.writeInt(message.headers().size());
        for (LoggedMessage.Header header : message.headers()) {
            to.writeUTF(header.name());
            write(to, header.value());
        }
    }

    private static void write(DataOutputStream to, byte @Nullable [] bytes) throws IOException {
        to.writeInt(bytes == null ? -1 : bytes.length);
        if (bytes != null) {
            to.write(bytes);
        }
    }

    private static @Nullable LoggedMessage read(DataInputStream from) throws IOException {
        int partition;
        try {
            partition = from.readInt();
        } catch (EOFException e) {
            return null;
        }
        long timestamp = from.readLong();
        byte @Nullable [] key = bytes(from);
        byte @Nullable [] value = bytes(from);
        List<LoggedMessage.Header> headers = new ArrayList<>();
        for (int left = from.readInt(); left > 0; left--) {
            headers.add(new LoggedMessage.Header(from.readUTF(), bytes(from)));
        }
        return new LoggedMessage(partition, timestamp, key, value, headers);
    }

    private static byte @Nullable [] bytes(DataInputStream from) throws IOException {
        int length = from.readInt();
        return length < 0 ? null : from.readNBytes(length);
    }
}
