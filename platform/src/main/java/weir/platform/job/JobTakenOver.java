package weir.platform.job;

/// This attempt is no longer the newest: its process was taken for dead and another has the job. Nothing was changed.
public final class JobTakenOver extends RuntimeException {

    private static final long serialVersionUID = 1;

    JobTakenOver(JobId id, int attempt) {
        super("Attempt " + attempt + " at job " + id + " was taken over by another process. Nothing of its effect was kept.");
    }
}
