package weir.platform.access.key;

/// The secret of a Hawk key cannot be opened: the service key has changed, or the row has.
public final class SealedWithAnotherKey extends RuntimeException {

    private static final long serialVersionUID = 1;

    SealedWithAnotherKey(String id) {
        super("The Hawk key " + id + " was sealed with another service key: bring that one back, or revoke it and make another.");
    }
}
