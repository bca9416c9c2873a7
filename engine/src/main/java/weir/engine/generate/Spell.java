package weir.engine.generate;

/// A time in care without a break.
///
/// @param start its first day
/// @param end   its last day
record Spell(int start, int end) {

    int days() {
        return end - start;
    }
}
