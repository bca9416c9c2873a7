package weir.platform.job;

/// The attempt must end now. Let it pass through.
public final class JobInterrupted extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Cause why;

    JobInterrupted(Cause why) {
        super(why.sentence);
        this.why = why;
    }

    public Cause why() {
        return why;
    }

    /// Why an attempt is stopped.
    public enum Cause {
        CANCELLED("The job was cancelled."),
        OUT_OF_TIME("The job ran longer than its kind may."),
        STOPPING("The process stops; the job goes on elsewhere.");

        private final String sentence;

        Cause(String sentence) {
            this.sentence = sentence;
        }

        String sentence() {
            return sentence;
        }
    }
}
