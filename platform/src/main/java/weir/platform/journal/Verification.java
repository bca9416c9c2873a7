package weir.platform.journal;

/// What verifying found.
public sealed interface Verification {

    /// One sentence for a person.
    String words();

    /// Nothing was tampered with, as far as the chain and the anchors tell.
    ///
    /// @param count   entries that were checked
    /// @param head    the hash of the last; [ChainHash#ZERO] when there is none
    /// @param anchors how many anchors agreed
    record Intact(long count, ChainHash head, int anchors) implements Verification {

        @Override
        public String words() {
            return "The journal is whole: " + count + " entries, " + anchors + " anchors agree. Its head is " + head + ".";
        }
    }

    /// The first place where the chain does not hold.
    ///
    /// @param sequence the number of the entry; everything before it is whole
    record Broken(long sequence, Fault fault) implements Verification {

        @Override
        public String words() {
            return "The journal does not hold at entry " + sequence + ": " + fault.words
                    + " Everything before it is whole. Keep the database as it is and compare with a backup.";
        }
    }

    /// What was done to the chain.
    enum Fault {
        CHANGED("its content or its hash was changed."),
        MISSING("it is not there, though later ones are."),
        ADDED("it was put in between."),
        REORDERED("another entry stands in its place."),
        CUT_OFF("an anchor knows it and it is not there: the end was cut off."),
        ANCHOR_MISMATCH("an anchor knows it by another hash: the chain up to it was written anew.");

        private final String words;

        Fault(String words) {
            this.words = words;
        }
    }
}
