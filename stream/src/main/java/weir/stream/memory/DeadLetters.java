package weir.stream.memory;

/// Takes what cannot be processed. Called by the threads of the writer.
@FunctionalInterface
public interface DeadLetters {

    /// Keeps a message. When this returns, it is kept; what is thrown makes the writer try again.
    ///
    /// @param key as it was; of no length when the message had none
    /// @param service which service could not process it
    /// @param reason one sentence without a value
    void add(String topic, int partition, long offset, byte[] key, byte[] value, String service, String reason);
}
