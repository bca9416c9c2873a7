package weir.app.service;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import weir.app.Returns;
import weir.app.service.Client.Answer;

/// Hands in returns all the time, some in each second, each with children of its own, and remembers what was answered.
final class Load implements AutoCloseable {

    static final String ORGANISATION = "BAD";
    static final List<Integer> YEARS = List.of(2019, 2020, 2021, 2022, 2023);
    private static final Duration PAUSE = Duration.ofMillis(80);

    private final ScheduledExecutorService threads;
    private final Queue<Acknowledged> acknowledged = new ConcurrentLinkedQueue<>();
    private final Queue<Answered> refused = new ConcurrentLinkedQueue<>();
    private final AtomicInteger next;
    private final AtomicInteger unanswered = new AtomicInteger();

    /// What was answered with 201.
    record Acknowledged(String id, String file, String resource, int child) {}

    /// What was answered with anything else.
    record Answered(Answer answer, Duration time) {}

    /// @param first the number of the first return; two loads on one service begin far apart
    private Load(int threads, int first) {
        this.threads = Executors.newScheduledThreadPool(threads);
        this.next = new AtomicInteger(first);
    }

    /// Each client gets a thread of its own.
    static Load on(int first, List<Client> clients) {
        Load load = new Load(clients.size(), first);
        for (Client client : clients) {
            var unused = load.threads.scheduleWithFixedDelay(
                    () -> load.handIn(client), 0, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        }
        return load;
    }

    /// A return of one row.
    static byte[] content(int child) {
        return (Returns.REVIEWS_HEADER + "\n" + child + ",01/02/2010,03/04/2019,PN1\n").getBytes(StandardCharsets.UTF_8);
    }

    private void handIn(Client client) {
        int child = next.getAndIncrement();
        String file = YEARS.get(child % YEARS.size()) + "/reviews.csv";
        long begun = System.nanoTime();
        try {
            Answer answer = client.handIn(ORGANISATION, file, content(child));
            if (answer.status() == 201) {
                acknowledged.add(new Acknowledged(
                        answer.json().path("id").asString(), file, answer.json().path("resource").asString(), child));
            } else {
                refused.add(new Answered(answer, Duration.ofNanos(System.nanoTime() - begun)));
            }
        } catch (IOException _) {
            unanswered.incrementAndGet();
        }
    }

    List<Acknowledged> acknowledged() {
        return List.copyOf(acknowledged);
    }

    List<Answered> refused() {
        return List.copyOf(refused);
    }

    /// How many requests ended without an answer.
    int unanswered() {
        return unanswered.get();
    }

    /// How many returns were made.
    int made() {
        return next.get();
    }

    /// Hands in no more and waits for the answers under way.
    void end() throws InterruptedException {
        threads.shutdown();
        if (!threads.awaitTermination(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("A request hangs.");
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
