package weir.platform.backup;

/// A backup of a later Weir than this. Nothing was restored.
public final class BackupTooNew extends RuntimeException {

    private static final long serialVersionUID = 1;

    BackupTooNew(String program, String what) {
        super("The backup was made by a later Weir (" + program + "): " + what
                + ". Restore it with that version or a later one; nothing was restored.");
    }
}
