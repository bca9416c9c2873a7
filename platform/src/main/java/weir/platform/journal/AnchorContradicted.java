package weir.platform.journal;

/// The chain has another hash now than when it was anchored: it was rewritten. The old anchor is kept.
public final class AnchorContradicted extends RuntimeException {

    private static final long serialVersionUID = 1;

    public AnchorContradicted(long sequence) {
        super("The journal's entry " + sequence + " has another hash than its anchor says. The anchor was kept; "
                + "run `weir journal verify` and compare with a backup.");
    }
}
