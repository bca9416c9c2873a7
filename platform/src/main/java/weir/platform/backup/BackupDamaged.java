package weir.platform.backup;

/// A backup is not what was made. Nothing was restored.
public final class BackupDamaged extends RuntimeException {

    private static final long serialVersionUID = 1;

    BackupDamaged(String fault) {
        super("The backup is damaged: " + fault + ". Nothing was restored: take another copy of it.");
    }
}
