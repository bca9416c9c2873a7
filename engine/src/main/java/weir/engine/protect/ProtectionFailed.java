package weir.engine.protect;

/// A value could not be reduced as the use case demands, so that nothing may leave.
public final class ProtectionFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// @param message what is wrong with the specification or the settings, and the mend; never a value
    public ProtectionFailed(String message) {
        super(message);
    }
}
