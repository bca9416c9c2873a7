package weir.platform.journal;

import java.util.List;

/// Where anchors are kept: out of reach of whoever may write to the database.
public interface AnchorStore {

    /// All anchors, in the order of their sequence numbers.
    List<Anchor> list();

    /// Keeps an anchor. One that is there already stays as it is.
    /// @throws AnchorContradicted when another one is kept for the same sequence number
    void put(Anchor anchor);
}
