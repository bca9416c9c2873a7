package weir.platform.broker;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TopicExistsException;

/// The connection for administration. Safe for many threads; it connects anew by itself.
public final class Broker implements AutoCloseable {

    /// Between two questions whether a partition is ready.
    private static final Duration LOOK = Duration.ofMillis(20);
    /// How long many new topics may take on a busy machine.
    private static final Duration READY = Duration.ofSeconds(60);

    private final BrokerAddress address;
    private final Admin admin;
    private final Duration patience;

    private Broker(BrokerAddress address, Admin admin, Duration patience) {
        this.address = address;
        this.admin = admin;
        this.patience = patience;
    }

    /// @param patience how long a question to the broker may take
    public static Broker open(BrokerAddress address, Duration patience) {
        Map<String, Object> properties = address.clientProperties();
        properties.put("client.id", "weir-admin");
        properties.put("request.timeout.ms", Long.toString(patience.toMillis()));
        properties.put("default.api.timeout.ms", Long.toString(patience.toMillis()));
        return new Broker(address, Admin.create(properties), patience);
    }

    public BrokerAddress address() {
        return address;
    }

    /// Asks who is there.
    /// @return how many brokers answer
    /// @throws BrokerUnavailable when none does
    public int ping() {
        return await(admin.describeCluster().nodes()).size();
    }

    /// The names of the topics, without Kafka's own.
    /// @throws BrokerUnavailable when no broker answers
    public Set<String> topics() {
        return await(admin.listTopics().names());
    }

    /// Makes the topics that are missing, adds partitions where there are too few, and sets the retention. Partitions are
    /// never taken away. Processes may do this together. When this returns, every partition takes messages.
    ///
    /// A writer must not meet a partition that is not ready: were its first batch refused and its second taken, the first would be
    /// sent in vain, for it is out of order then, until its time is over.
    /// @throws BrokerUnavailable when no broker answers
    public void ensure(Collection<Topic> topics) {
        Set<String> there = topics();
        List<NewTopic> missing = topics.stream().filter(topic -> !there.contains(topic.name())).map(Broker::made).toList();
        admin.createTopics(missing).values().values().forEach(this::awaitMade);
        List<Topic> known = topics.stream().filter(topic -> there.contains(topic.name())).toList();
        if (!known.isEmpty()) {
            widen(known);
            configure(known);
        }
        awaitLed(topics);
    }

    /// Each partition's leader is asked, again and again while there is none.
    private void awaitLed(Collection<Topic> topics) {
        Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
        for (Topic topic : topics) {
            for (int partition = 0; partition < topic.partitions(); partition++) {
                ends.put(new TopicPartition(topic.name(), partition), OffsetSpec.latest());
            }
        }
        long looks = READY.dividedBy(LOOK);
        for (long taken = look(ends); taken > 0; taken = look(ends)) {
            looks -= taken;
            if (looks <= 0) {
                throw new BrokerUnavailable(address, new TimeoutException("New topics have no leaders."));
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    /// Asks once; the broker has made a topic before it knows of it.
    /// @return how long it took, in looks, when it was in vain; 0 when all answered
    private long look(Map<TopicPartition, OffsetSpec> ends) {
        try {
            admin.listOffsets(ends).all().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return 0;
        } catch (TimeoutException e) {
            return patience.dividedBy(LOOK);
        } catch (ExecutionException e) {
            return switch (e.getCause()) {
                case org.apache.kafka.common.errors.TimeoutException _ -> patience.dividedBy(LOOK);
                case RetriableException _ -> 1;
                case null, default -> throw new BrokerUnavailable(address, e);
            };
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokerUnavailable(address, e);
        }
    }

    private static NewTopic made(Topic topic) {
        return new NewTopic(topic.name(), Optional.of(topic.partitions()), Optional.empty()).configs(topic.configuration());
    }

    private void awaitMade(KafkaFuture<Void> made) {
        try {
            made.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new BrokerUnavailable(address, e);
            }
        } catch (TimeoutException e) {
            throw new BrokerUnavailable(address, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokerUnavailable(address, e);
        }
    }

    private void widen(List<Topic> known) {
        Map<String, TopicDescription> now =
                await(admin.describeTopics(known.stream().map(Topic::name).toList()).allTopicNames());
        Map<String, NewPartitions> wider = known.stream()
                .filter(topic -> partitions(now, topic) < topic.partitions())
                .collect(Collectors.toMap(Topic::name, topic -> NewPartitions.increaseTo(topic.partitions())));
        if (!wider.isEmpty()) {
            await(admin.createPartitions(wider).all());
        }
    }

    private static int partitions(Map<String, TopicDescription> now, Topic topic) {
        TopicDescription description = now.get(topic.name());
        return description == null ? Integer.MAX_VALUE : description.partitions().size();
    }

    private void configure(List<Topic> known) {
        Map<ConfigResource, Collection<AlterConfigOp>> changes = known.stream().collect(Collectors.toMap(
                topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic.name()), Broker::changes));
        await(admin.incrementalAlterConfigs(changes).all());
    }

    private static Collection<AlterConfigOp> changes(Topic topic) {
        List<AlterConfigOp> changes = new ArrayList<>();
        topic.configuration().forEach((key, value) ->
                changes.add(new AlterConfigOp(new ConfigEntry(key, value), AlterConfigOp.OpType.SET)));
        return changes;
    }

    private <T> T await(KafkaFuture<T> answer) {
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new BrokerUnavailable(address, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokerUnavailable(address, e);
        }
    }

    @Override
    public void close() {
        admin.close(patience);
    }
}
