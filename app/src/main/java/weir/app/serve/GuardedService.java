package weir.app.serve;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import weir.app.terminal.Terminal;

/// A service that is stopped in order when the process is told to end, even while it is still starting: a database that
/// was started is never left behind.
public final class GuardedService implements AutoCloseable {

    private static final Duration START_WAIT = Duration.ofSeconds(60);

    private final CompletableFuture<Service> started = new CompletableFuture<>();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Terminal terminal;
    private final Thread hook = Thread.ofPlatform().name("stop").unstarted(this::stop);

    private GuardedService(Terminal terminal) {
        this.terminal = terminal;
    }

    /// Starts a service on this thread.
    public static GuardedService start(Supplier<Service> start, Terminal terminal) {
        GuardedService guarded = new GuardedService(terminal);
        Runtime.getRuntime().addShutdownHook(guarded.hook);
        try {
            guarded.started.complete(start.get());
            return guarded;
        } catch (RuntimeException e) {
            guarded.started.completeExceptionally(e);
            guarded.removeHook();
            throw e;
        }
    }

    public Service service() {
        return started.join();
    }

    /// Waits until the process is told to end and the service has stopped.
    public void awaitStop() throws InterruptedException {
        stopped.await();
    }

    private void stop() {
        terminal.say("Stopping: finishing what was accepted.");
        try {
            started.get(START_WAIT.toSeconds(), TimeUnit.SECONDS).close();
        } catch (ExecutionException | TimeoutException e) {
            // It did not start, or does not come to an end: there is nothing more to stop.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        terminal.say("Stopped.");
        stopped.countDown();
    }

    private void removeHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending already, and the hook does its work.
        }
    }

    @Override
    public void close() {
        removeHook();
        service().close();
    }
}
