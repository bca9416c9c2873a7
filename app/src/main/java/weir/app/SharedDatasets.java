package weir.app;

import java.util.Optional;
import java.util.function.Supplier;

import weir.app.terminal.Home;
import weir.engine.dataset.Datasets;
import weir.engine.issue.IssueCatalogue;

/// The published datasets, found once and shared by all commands. Safe for several threads.
final class SharedDatasets implements Supplier<Datasets> {

    private final Home home;
    private Optional<Datasets> found = Optional.empty();

    SharedDatasets(Home home) {
        this.home = home;
    }

    @Override
    public synchronized Datasets get() {
        if (found.isEmpty()) {
            found = Optional.of(Datasets.in(home.datasets()));
        }
        return found.get();
    }

    /// Looks at them on another thread while the command line is understood.
    void readAhead() {
        Thread.ofPlatform().daemon().name("weir-read-ahead").start(() -> {
            try {
                Datasets all = get();
                all.ids().forEach(all::outline);
                IssueCatalogue.builtIn();
            } catch (RuntimeException e) {
                // The command that needs them meets the same fault, and tells it.
            }
        });
    }
}
