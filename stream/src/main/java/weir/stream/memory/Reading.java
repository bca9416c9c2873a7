package weir.stream.memory;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import weir.stream.memory.store.Intake;

/// Reads the messages of one topic. For one thread.
interface Reading {

    /// What reads them, as dead letters and logs name it.
    String service();

    /// Adds what a message says.
    ///
    /// @throws RuntimeException when it cannot be processed, as `MalformedMessage` and `UnreadableObject` say; nothing was added
    void read(ConsumerRecord<byte[], byte[]> message, Intake intake);
}
