package weir.stream.topology;

import java.util.concurrent.atomic.LongAdder;

/// What the services of this process have done since it began. Safe for many threads.
final class Tally {

    private final LongAdder processed = new LongAdder();
    private final LongAdder deadLetters = new LongAdder();

    /// A service has processed a message.
    void processed() {
        processed.increment();
    }

    /// A service could not process a message.
    void deadLetter() {
        deadLetters.increment();
    }

    long allProcessed() {
        return processed.sum();
    }

    long allDeadLetters() {
        return deadLetters.sum();
    }
}
