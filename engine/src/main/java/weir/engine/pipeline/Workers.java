package weir.engine.pipeline;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import weir.engine.format.FileRefused;

/// Does work on every core and hands the results on in order.
public final class Workers implements Closeable {

    private final int threads;
    private final ExecutorService pool;

    public Workers(int threads) {
        this.threads = threads;
        this.pool = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().name("weir-worker-", 0).daemon().factory());
    }

    /// One worker per processor.
    public static Workers ofThisMachine() {
        return new Workers(Runtime.getRuntime().availableProcessors());
    }

    /// Gives pieces of work, one after the other, on the calling thread.
    @FunctionalInterface
    interface Pieces<T> {
        Optional<Callable<T>> next() throws IOException, FileRefused;
    }

    /// Takes results in the order of their pieces, on the calling thread.
    @FunctionalInterface
    interface Taker<T> {
        void take(T result) throws IOException;
    }

    /// Runs each piece on a worker and hands on the results in order. What ends the run early, in the pieces, in the work or
    /// in the taker, ends it at that place of the order.
    <T> void inOrder(Pieces<T> pieces, Taker<T> taker) throws IOException, FileRefused {
        Deque<Future<T>> ahead = new ArrayDeque<>();
        try {
            Optional<Callable<T>> piece = next(pieces, ahead, taker);
            while (piece.isPresent()) {
                ahead.add(pool.submit(piece.get()));
                if (ahead.size() > threads + 1) {
                    taker.take(result(ahead.remove()));
                }
                piece = next(pieces, ahead, taker);
            }
            takeAll(ahead, taker);
        } finally {
            ahead.forEach(future -> future.cancel(true));
        }
    }

    /// Does all tasks on the workers and gives their results in order.
    <T> List<T> all(List<Callable<T>> tasks) throws IOException {
        List<Future<T>> futures = tasks.stream().map(pool::submit).toList();
        List<T> results = new ArrayList<>(tasks.size());
        try {
            for (Future<T> future : futures) {
                results.add(result(future));
            }
        } catch (FileRefused e) {
            throw new IllegalStateException("Only reading refuses a file.", e);
        } finally {
            futures.forEach(future -> future.cancel(true));
        }
        return results;
    }

    /// The next piece; when there can be none, what is under way is taken first.
    private <T> Optional<Callable<T>> next(Pieces<T> pieces, Deque<Future<T>> ahead, Taker<T> taker)
            throws IOException, FileRefused {
        try {
            return pieces.next();
        } catch (FileRefused refused) {
            takeAll(ahead, taker);
            throw refused;
        }
    }

    private static <T> void takeAll(Deque<Future<T>> ahead, Taker<T> taker) throws IOException, FileRefused {
        while (!ahead.isEmpty()) {
            taker.take(result(ahead.remove()));
        }
    }

    private static <T> T result(Future<T> future) throws IOException, FileRefused {
        try {
            return future.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case FileRefused refused -> throw refused;
                case IOException io -> throw io;
                case RuntimeException fault -> throw fault;
                case Error error -> throw error;
                case null, default -> throw new IllegalStateException("A worker failed.", e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("The run was interrupted. Nothing was published.", e);
        }
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
