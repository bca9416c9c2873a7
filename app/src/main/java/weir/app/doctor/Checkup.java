package weir.app.doctor;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// Runs the looks one after another. One that fails becomes a problem, and the others go on. For one thread.
final class Checkup {

    private final LongSupplier nanos;
    private final Consumer<Finding> listener;
    private final List<Finding> findings = new ArrayList<>();

    /// @param nanos    a clock for time spans
    /// @param listener told of each finding as it is made
    Checkup(LongSupplier nanos, Consumer<Finding> listener) {
        this.nanos = nanos;
        this.listener = listener;
    }

    /// One look.
    @FunctionalInterface
    interface Look {

        Finding at() throws IOException, InterruptedException;
    }

    /// Something that is opened to be looked at.
    @FunctionalInterface
    interface Opening<T> {

        T open() throws IOException;
    }

    void add(Finding finding) {
        findings.add(finding);
        listener.accept(finding);
    }

    /// Looks, without a time: it would say nothing.
    void look(String about, Look look) {
        guarded(about, look).ifPresent(this::add);
    }

    /// Looks and says how long it took.
    void timed(String about, Look look) {
        long start = nanos.getAsLong();
        guarded(about, look).ifPresent(found -> add(found.in(Duration.ofNanos(nanos.getAsLong() - start))));
    }

    private Optional<Finding> guarded(String about, Look look) {
        try {
            return Optional.of(look.at());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (IOException | RuntimeException e) {
            return Optional.of(failed(about, e));
        }
    }

    /// Opens something that later looks need; empty when it cannot be, which is then a problem.
    <T> Optional<T> open(String about, Opening<T> opening) {
        try {
            return Optional.of(opening.open());
        } catch (IOException | RuntimeException e) {
            add(failed(about, e));
            return Optional.empty();
        }
    }

    /// Our own exceptions are sentences that say the mend; others are only named.
    private static Finding failed(String about, Exception failure) {
        boolean isOurs = failure.getClass().getName().startsWith("weir.");
        return Finding.problem(about,
                isOurs ? String.valueOf(failure.getMessage()) : "The look failed (" + failure.getClass().getSimpleName() + ").",
                isOurs ? "" : "Set WEIR_DEBUG=1 and report it if the cause is not plain.");
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    boolean hasProblem() {
        return findings.stream().anyMatch(finding -> finding.level() == Finding.Level.PROBLEM);
    }
}
