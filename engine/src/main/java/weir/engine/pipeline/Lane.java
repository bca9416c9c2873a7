package weir.engine.pipeline;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

import org.jspecify.annotations.Nullable;
import weir.engine.compare.Submitted;

/// A thread that makes one output while others make theirs from the same rows. A lane that fails takes no more rows; the
/// failure comes out where the lane is fed or closed.
final class Lane implements Closeable {

    private static final int AHEAD = 4;

    private final BlockingQueue<Optional<List<Submitted>>> queue = new ArrayBlockingQueue<>(AHEAD);
    private volatile @Nullable Throwable failure;
    private final Thread thread;

    /// Takes rows, in order, on the lane's thread.
    @FunctionalInterface
    interface Taker {
        void take(List<Submitted> rows) throws IOException;
    }

    Lane(String name, Taker taker) {
        thread = Thread.ofPlatform().name("weir-output-" + name).daemon().start(() -> run(taker));
    }

    private void run(Taker taker) {
        try {
            Optional<List<Submitted>> rows = queue.take();
            while (rows.isPresent()) {
                if (failure == null) {
                    feed(taker, rows.get());
                }
                rows = queue.take();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void feed(Taker taker, List<Submitted> rows) {
        try {
            taker.take(rows);
        } catch (IOException | RuntimeException | Error e) {
            failure = e;
        }
    }

    void put(List<Submitted> rows) throws IOException {
        throwFailure();
        send(Optional.of(rows));
    }

    private void send(Optional<List<Submitted>> rows) throws IOException {
        try {
            queue.put(rows);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("The run was interrupted. Nothing was published.", e);
        }
    }

    private void throwFailure() throws IOException {
        switch (failure) {
            case null -> {
                // Nothing has failed.
            }
            case IOException io -> throw io;
            case RuntimeException fault -> throw fault;
            case Error error -> throw error;
            case Throwable other -> throw new IllegalStateException("An output failed.", other);
        }
    }

    /// Waits until every row was taken.
    void finish() throws IOException {
        send(Optional.empty());
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("The run was interrupted. Nothing was published.", e);
        }
        throwFailure();
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
