package weir.stream.topology;

import java.util.Optional;
import java.util.Set;

import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.processor.StreamPartitioner;

/// A message on its way out.
///
/// @param topic  where it goes
/// @param spread messages of one spread go to one partition of their topic
@SuppressWarnings("ArrayRecordComponent") // a message is bytes, and is never compared
record Addressed(String topic, String spread, byte[] value) {

    /// Writes the value and nothing of the address.
    static Serializer<Addressed> serializer() {
        return (_, addressed) -> addressed.value;
    }

    /// As a producer does it with the spread for a key.
    static StreamPartitioner<byte[], Addressed> partitioner() {
        return (_, _, addressed, partitions) -> Optional.of(Set.of(Partitioning.partition(addressed.spread, partitions)));
    }

    /// Without its value.
    @Override
    public String toString() {
        return topic;
    }
}
