package weir.platform.backup;

/// A backup goes into an empty place only. Nothing was changed.
public final class TargetNotEmpty extends RuntimeException {

    private static final long serialVersionUID = 1;

    TargetNotEmpty(String what) {
        super(what + " A backup is restored into an empty place only: name another. Nothing was changed.");
    }
}
