package weir.platform.access.hawk;

/// The `Authorization` header is there but is no Hawk header. Answered 400. The message holds nothing of the header.
public final class HawkMalformed extends RuntimeException {

    private static final long serialVersionUID = 1;

    HawkMalformed(String sentence) {
        super(sentence, null, false, false);
    }
}
