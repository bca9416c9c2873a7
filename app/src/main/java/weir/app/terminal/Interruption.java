package weir.app.terminal;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Ctrl-C or SIGTERM while a command has something to clear away: the program waits with its end until that is done, for
/// half a minute at most. Open it before what is to be cleared away, so that it is closed last.
public final class Interruption implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook = Thread.ofPlatform().name("interruption").unstarted(this::hold);
    private volatile boolean isAsked;

    private Interruption() {}

    public static Interruption watched() {
        Interruption made = new Interruption();
        Runtime.getRuntime().addShutdownHook(made.hook);
        return made;
    }

    private void hold() {
        isAsked = true;
        try {
            if (!done.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                Thread.currentThread().interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// To be called between two pieces of work.
    /// @throws Interrupted when somebody wants the program to end
    public void check() {
        if (isAsked) {
            throw new Interrupted();
        }
    }

    @Override
    public void close() {
        done.countDown();
        if (!isAsked) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // The program is ending just now: the hook sees that all is done.
                isAsked = true;
            }
        }
    }

    /// The command was told to end.
    public static final class Interrupted extends RuntimeException {

        private static final long serialVersionUID = 1;

        Interrupted() {
            super("Interrupted. What was begun is cleared away.");
        }
    }
}
