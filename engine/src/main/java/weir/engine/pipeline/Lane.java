package weir.engine.pipeline;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

import org.jspecify.annotations.Nullable;

/// A thread that makes one output, or one file of it, while others make theirs from the same rows. A lane that fails
/// takes no more rows; the failure comes out where the lane is fed or finished.
final class Lane<T> implements Closeable {

    private static final int AHEAD = 4;

    private final BlockingQueue<Optional<List<T>>> queue = new ArrayBlockingQueue<>(AHEAD);
    private volatile @Nullable Throwable failure;
    private final Thread thread;

    /// Takes rows, in order, on the lane's thread.
    @FunctionalInterface
    interface Taker<T> {
        void take(List<T> rows) throws IOException;
    }

    Lane(String name, Taker<T> taker) {
        thread = Thread.ofPlatform().name("weir-output-" + name).daemon().start(() -> run(taker));
    }

    private void run(Taker<T> taker) {
        try {
            Optional<List<T>> rows = queue.take();
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

    private void feed(Taker<T> taker, List<T> rows) {
        try {
            taker.take(rows);
        } catch (IOException | RuntimeException | Error e) {
            failure = e;
        }
    }

    void put(List<T> rows) throws IOException {
        throwFailure();
        send(Optional.of(rows));
    }

    private void send(Optional<List<T>> rows) throws IOException {
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

    /// Gives up what is under way and waits until the thread has ended.
    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
