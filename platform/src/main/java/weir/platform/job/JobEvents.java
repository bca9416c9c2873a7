package weir.platform.job;

import java.time.Duration;

/// Told of each attempt, for metrics. Called from the threads of the jobs; must be quick and throw nothing.
public interface JobEvents {

    void started(String kind);

    /// @param state where the job stands after the attempt; `waiting` when it was released
    void ended(String kind, JobState state, Duration duration);

    /// Tells nobody.
    static JobEvents none() {
        return new JobEvents() {
            @Override
            public void started(String kind) {}

            @Override
            public void ended(String kind, JobState state, Duration duration) {}
        };
    }
}
