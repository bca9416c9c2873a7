package weir.stream.read;

/// What was given as an offset is none. The message does not repeat it.
public final class InvalidStart extends RuntimeException {

    private static final long serialVersionUID = 1;

    InvalidStart() {
        super("The offset must be 'earliest', 'latest', a number, or a 'restart_from' of this stream such as 0:12,3:7.");
    }
}
