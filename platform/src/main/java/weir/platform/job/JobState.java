package weir.platform.job;

import java.util.Arrays;

/// Where a job stands.
public enum JobState {
    WAITING("waiting"),
    RUNNING("running"),
    DONE("done"),
    FAILED_WILL_RETRY("failed-will-retry"),
    DEAD("dead"),
    CANCELLED("cancelled");

    private final String code;

    JobState(String code) {
        this.code = code;
    }

    /// As it stands in the database and in the API, for ever.
    public String code() {
        return code;
    }

    /// @throws IllegalArgumentException when no state has this code
    public static JobState ofCode(String code) {
        return Arrays.stream(values())
                .filter(state -> state.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No state of a job is called like this."));
    }

    /// Nothing more happens to the job by itself.
    public boolean isEnd() {
        return this == DONE || this == DEAD || this == CANCELLED;
    }
}
