package weir.stream.topology;

import java.util.Map;

import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.StoreBuilder;

/// Has Kafka Streams keep its name in the folder of the process, as it does for an application with stores, and holds nothing.
///
/// A process that was killed in the middle of a transaction then ends that transaction when it starts again, because it bears the
/// same name. With a new name, nobody would, and readers would wait until the transaction's time is over.
final class LastingName implements StateStore {

    private static final String NAME = "lasting-name";

    private boolean isOpen;

    /// Makes it for each task.
    static StoreBuilder<LastingName> builder() {
        return new Builder();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        context.register(root, (_, _) -> {});
        isOpen = true;
    }

    @Override
    public void close() {
        isOpen = false;
    }

    @Override
    public boolean persistent() {
        return true;
    }

    @Override
    public boolean isOpen() {
        return isOpen;
    }

    private static final class Builder implements StoreBuilder<LastingName> {

        @Override
        public StoreBuilder<LastingName> withCachingEnabled() {
            return this;
        }

        @Override
        public StoreBuilder<LastingName> withCachingDisabled() {
            return this;
        }

        @Override
        public StoreBuilder<LastingName> withLoggingEnabled(Map<String, String> settings) {
            return this;
        }

        @Override
        public StoreBuilder<LastingName> withLoggingDisabled() {
            return this;
        }

        @Override
        public LastingName build() {
            return new LastingName();
        }

        @Override
        public Map<String, String> logConfig() {
            return Map.of();
        }

        @Override
        public boolean loggingEnabled() {
            return false;
        }

        @Override
        public String name() {
            return NAME;
        }
    }
}
