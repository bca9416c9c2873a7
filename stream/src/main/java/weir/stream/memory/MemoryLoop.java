package weir.stream.memory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import weir.platform.database.Database;
import weir.stream.memory.store.Intake;
import weir.stream.memory.store.ObjectMemory;
import weir.stream.memory.store.OffsetStore;
import weir.stream.memory.store.PartitionName;
import weir.stream.memory.store.PartitionTaken;
import weir.stream.memory.store.Unwritable;

/// Takes in one topic, on a thread of its own.
///
/// A partition that was assigned rests until its offset is read from the database; from there on it is read, and each batch is
/// written in one transaction that moves the offset on. Whatever fails, every partition rests again and its offset is read anew:
/// nothing is held in memory that could be lost or written twice. What the database refuses is found by halves, and goes to the
/// dead letters.
final class MemoryLoop implements Runnable, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MemoryLoop.class);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final int IDLE_TURNS = 20;
    private static final int BATCH = 4_000;
    private static final long BATCH_BYTES = 8 << 20;
    private static final Duration FIRST_WAIT = Duration.ofMillis(100);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String topic;
    private final Reading reading;
    private final Database database;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final UnaryOperator<String> logOf;
    private final DeadLetters deadLetters;
    private final RandomGenerator random;
    private final ObjectMemory memory = new ObjectMemory();
    private final OffsetStore offsets = new OffsetStore();
    private final Thread thread;

    /// Where the database says that each partition is to be read on.
    private final Map<PartitionName, Long> expected = new HashMap<>();
    private final Set<TopicPartition> resting = new HashSet<>();
    /// Up to where messages of each partition were given to the dead letters.
    private final Map<PartitionName, Long> given = new HashMap<>();
    private int failures;
    private int idleTurns;
    private volatile boolean isStopping;
    private volatile Optional<String> trouble = Optional.empty();
    private volatile long lag;
    private final AtomicLong taken = new AtomicLong();
    private final AtomicLong deadLettered = new AtomicLong();

    /// @param logOf names the topic of a name among those that have had it
    MemoryLoop(String topic, Reading reading, Database database, KafkaConsumer<byte[], byte[]> consumer,
            UnaryOperator<String> logOf, DeadLetters deadLetters, RandomGenerator random) {
        this.topic = topic;
        this.reading = reading;
        this.database = database;
        this.consumer = consumer;
        this.logOf = logOf;
        this.deadLetters = deadLetters;
        this.random = random;
        this.thread = Thread.ofPlatform().name("memory-" + reading.service()).unstarted(this);
    }

    void start() {
        thread.start();
    }

    /// What keeps it from taking in, fit for an engineer; empty when it is well.
    Optional<String> trouble() {
        return thread.isAlive() || isStopping ? trouble : Optional.of("The thread that takes in " + topic + " has ended.");
    }

    /// How many messages wait, about.
    long lag() {
        return lag;
    }

    /// How many messages it has taken in since it began.
    long taken() {
        return taken.get();
    }

    /// How many messages it gave to the dead letters since it began.
    long deadLettered() {
        return deadLettered.get();
    }

    @Override
    public void run() {
        try (consumer) {
            consumer.subscribe(List.of(topic), new Assignments());
            while (!isStopping) {
                turn();
            }
        } catch (WakeupException e) {
            LOG.debug("Stopped taking in. topic={}", topic);
        }
    }

    private void turn() {
        try {
            if (failures > 0) {
                // Everything rests, so this only waits and keeps the partitions.
                consumer.poll(pause());
            }
            place();
            List<ConsumerRecord<byte[], byte[]>> messages = messages();
            write(messages);
            taken.addAndGet(messages.size());
            idleTurns = messages.isEmpty() ? idleTurns + 1 : 0;
            if (idleTurns >= IDLE_TURNS) {
                // The memory may have been flushed to be taken in anew, or brought back from a backup.
                idleTurns = 0;
                restAll();
            }
            lag = consumer.assignment().stream().mapToLong(partition -> consumer.currentLag(partition).orElse(0)).sum();
            recovered();
        } catch (WakeupException e) {
            throw e;
        } catch (PartitionTaken e) {
            LOG.info("Another writer has a partition. Its offset is read anew. topic={}", topic);
            restAll();
        } catch (RuntimeException e) {
            failed(e);
        }
    }

    private Duration pause() {
        long most = Math.min(LONGEST_WAIT.toMillis(), FIRST_WAIT.toMillis() << Math.min(failures, 16));
        return Duration.ofMillis(most / 2 + random.nextLong(most / 2 + 1));
    }

    private void failed(RuntimeException failure) {
        failures++;
        trouble = Optional.of("What is on " + topic + " cannot be taken in now: " + failure.getClass().getSimpleName()
                + ". Nothing is lost; it goes on when the database and the broker are back.");
        if (failures == 1) {
            LOG.warn("Cannot take in now. Nothing is lost; it goes on by itself. topic={} failure={}",
                    topic, failure.getClass().getSimpleName());
        }
        restAll();
    }

    private void recovered() {
        if (failures > 0) {
            LOG.info("Takes in again. topic={} failures={}", topic, failures);
            failures = 0;
            trouble = Optional.empty();
        }
    }

    private void restAll() {
        resting.clear();
        resting.addAll(consumer.assignment());
        consumer.pause(resting);
    }

    /// Sets resting partitions to where the database says.
    private void place() {
        if (resting.isEmpty()) {
            return;
        }
        String log = logOf.apply(topic);
        for (TopicPartition partition : Set.copyOf(resting)) {
            PartitionName name = name(partition);
            long next = database.write(transaction -> offsets.next(transaction, name, log));
            expected.put(name, next);
            consumer.seek(partition, next);
            resting.remove(partition);
            consumer.resume(Set.of(partition));
        }
    }

    private List<ConsumerRecord<byte[], byte[]>> messages() {
        List<ConsumerRecord<byte[], byte[]>> messages = new ArrayList<>();
        long bytes = 0;
        Duration wait = POLL;
        boolean isMore = true;
        while (isMore && messages.size() < BATCH && bytes < BATCH_BYTES) {
            ConsumerRecords<byte[], byte[]> found = consumer.poll(wait);
            for (ConsumerRecord<byte[], byte[]> message : found) {
                messages.add(message);
                bytes += Math.max(0, message.serializedValueSize());
            }
            isMore = !found.isEmpty();
            wait = Duration.ZERO;
        }
        // A later poll may have given partitions away that an earlier one has read.
        messages.removeIf(message -> !expected.containsKey(new PartitionName(message.topic(), message.partition()))
                || resting.contains(new TopicPartition(message.topic(), message.partition())));
        return messages;
    }

    private void write(List<ConsumerRecord<byte[], byte[]>> messages) {
        if (messages.isEmpty()) {
            return;
        }
        Intake intake = read(messages);
        try {
            commit(intake);
        } catch (Unwritable e) {
            if (messages.size() == 1) {
                give(messages.getFirst(), e);
                commit(skipping(messages.getFirst()));
            } else {
                int half = messages.size() / 2;
                write(messages.subList(0, half));
                write(messages.subList(half, messages.size()));
            }
        }
    }

    private void commit(Intake intake) {
        Map<PartitionName, Long> ends = intake.ends();
        database.change(transaction -> memory.write(transaction, intake, expected));
        expected.putAll(ends);
    }

    private Intake read(List<ConsumerRecord<byte[], byte[]>> messages) {
        Intake intake = new Intake();
        for (ConsumerRecord<byte[], byte[]> message : messages) {
            try {
                if (message.value() != null) {
                    reading.read(message, intake);
                }
            } catch (RuntimeException e) {
                give(message, e);
            }
            intake.read(message.topic(), message.partition(), message.offset());
        }
        return intake;
    }

    private static Intake skipping(ConsumerRecord<byte[], byte[]> message) {
        Intake intake = new Intake();
        intake.read(message.topic(), message.partition(), message.offset());
        return intake;
    }

    /// Gives a message to the dead letters, once as long as this loop lives.
    private void give(ConsumerRecord<byte[], byte[]> message, RuntimeException why) {
        PartitionName partition = new PartitionName(message.topic(), message.partition());
        if (given.getOrDefault(partition, -1L) >= message.offset()) {
            return;
        }
        byte[] key = message.key() == null ? new byte[0] : message.key();
        deadLetters.add(message.topic(), message.partition(), message.offset(), key, message.value(), reading.service(),
                Reasons.of(why));
        given.put(partition, message.offset());
        deadLettered.incrementAndGet();
        LOG.warn("A message cannot be taken in and is with the dead letters. topic={} partition={} offset={} failure={}",
                message.topic(), message.partition(), message.offset(), why.getClass().getSimpleName());
    }

    private static PartitionName name(TopicPartition partition) {
        return new PartitionName(partition.topic(), partition.partition());
    }

    /// A partition that comes rests until it is placed; one that goes is forgotten.
    private final class Assignments implements ConsumerRebalanceListener {

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            resting.addAll(partitions);
            consumer.pause(partitions);
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            partitions.forEach(partition -> {
                resting.remove(partition);
                expected.remove(name(partition));
            });
        }
    }

    /// Stops after the batch under way.
    @Override
    public void close() {
        isStopping = true;
        consumer.wakeup();
        try {
            thread.join(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
