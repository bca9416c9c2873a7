package weir.stream.read;

import java.util.List;

/// What is to be read.
///
/// @param topics    names of topics on the broker, one or more
/// @param limit     messages at most
/// @param isFollowed whether the reading waits for messages to come; otherwise it ends where the partitions ended when it began
public record ReadRequest(List<String> topics, Start start, long limit, boolean isFollowed) {

    public ReadRequest {
        topics = List.copyOf(topics);
    }

    /// All of a topic from a place to its end.
    public static ReadRequest toTheEnd(String topic, Start start) {
        return new ReadRequest(List.of(topic), start, Long.MAX_VALUE, false);
    }
}
