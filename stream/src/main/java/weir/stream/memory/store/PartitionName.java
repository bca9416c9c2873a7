package weir.stream.memory.store;

/// A partition of a topic.
public record PartitionName(String topic, int partition) {

    @Override
    public String toString() {
        return topic + "-" + partition;
    }
}
