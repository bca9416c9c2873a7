package weir.stream.topology;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import weir.platform.broker.Broker;
import weir.stream.message.TopicName;

/// The streams that clients have named, each with the topics of its five levels. Safe for many threads; processes may make
/// the same stream together.
public final class KnownStreams {

    private final Broker broker;
    private final Duration retention;
    private final int most;
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    /// @param retention how long a message is kept
    /// @param most      streams that clients may name at most
    public KnownStreams(Broker broker, Duration retention, int most) {
        this.broker = broker;
        this.retention = retention;
        this.most = most;
    }

    /// Makes the topics of the streams that are always there.
    public void ensureFixed() {
        broker.ensure(StreamTopics.all(retention));
    }

    /// Makes the topics of a stream unless they are there.
    ///
    /// @throws TooManyStreams when it is new and there are as many as there may be
    /// @throws weir.platform.broker.BrokerUnavailable when no broker answers
    public void ensure(TopicName stream) {
        if (known.contains(stream.name())) {
            return;
        }
        Set<String> topics = broker.topics();
        if (!topics.contains(stream.name()) && named(topics) >= most) {
            throw new TooManyStreams(most);
        }
        broker.ensure(StreamTopics.ofStream(stream, retention));
        known.add(stream.name());
    }

    private static long named(Set<String> topics) {
        return topics.stream().filter(name -> name.endsWith(".none")).count();
    }
}
