package weir.collect.output;

import java.util.Map;

import weir.engine.pipeline.Suppressed;
import weir.platform.job.JobRun;
import weir.platform.journal.Action;
import weir.platform.journal.Entry;
import weir.platform.journal.Subject;

/// What the control of disclosure has taken from an output, for the journal.
public final class SuppressedEntry {

    private SuppressedEntry() {}

    /// @param rowsIn of the output before the control
    public static Entry of(JobRun run, Subject publication, long rowsIn, Suppressed taken) {
        return Entry.of(Action.RUN_STEP, run.actor(), publication)
                .run(run.runId())
                .counts(Map.of("rows-in", rowsIn, "rows-removed", taken.rowsRemoved(), "cells-blanked", taken.cellsBlanked()))
                .detail("what", taken.output())
                .detail("rule", taken.rule())
                .detail("clause", taken.clause());
    }
}
