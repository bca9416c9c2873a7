package weir.platform.backup;

/// What was restored is not what the backup holds. It is taken away again.
public final class RestoreDiffers extends RuntimeException {

    private static final long serialVersionUID = 1;

    RestoreDiffers(String what) {
        super("What was restored differs from the backup: " + what + ". It was taken away again: try another disk.");
    }
}
