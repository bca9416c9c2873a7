package weir.platform.access.key;

/// A key is not made as it was asked for. Nothing was kept.
public final class KeyRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    KeyRefused(String sentence) {
        super(sentence);
    }
}
