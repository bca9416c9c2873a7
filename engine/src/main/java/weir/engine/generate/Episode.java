package weir.engine.generate;

/// A part of a spell in which neither legal status nor placement changes.
///
/// @param start      DECOM, the first day
/// @param reason     RNE, why it began
/// @param legal      LS, the legal status
/// @param placement  where the child lived
/// @param end        DEC, the last day, which is the first day of the next episode of the spell
/// @param ended      REC, why it ended; X1 when another follows at once
/// @param change     REASON_PLACE_CHANGE; empty when the placement did not change
record Episode(
        int start, String reason, String legal, Placement placement, int end, String ended, String change) {

    /// Where a child lives.
    ///
    /// @param place        PLACE, the kind of placement
    /// @param provider     PLACE_PROVIDER; empty where none is given
    /// @param postcode     PL_POST; [Postcode#NONE] where none is given
    /// @param registration URN; [#UNREGISTERED] where the place has none
    record Placement(String place, String provider, int postcode, int registration) {

        static final int UNREGISTERED = -1;

        boolean isAdoption() {
            return place.charAt(0) == 'A';
        }

        @Override
        public String toString() {
            return "placement";
        }
    }

    boolean isAdopted() {
        return ended.equals("E11") || ended.equals("E12");
    }

    @Override
    public String toString() {
        return "episode";
    }
}
