package weir.engine.pipeline;

/// An output needs the control of disclosure, and there is none here.
public final class UncontrolledOutput extends RuntimeException {

    private static final long serialVersionUID = 1;

    UncontrolledOutput(String output) {
        super("The output " + output + " must not be made without the control of disclosure that its use case demands:"
                + " give the run one, or leave the use case out. Nothing was written.");
    }
}
