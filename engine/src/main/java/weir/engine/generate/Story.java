package weir.engine.generate;

import java.util.List;
import java.util.random.RandomGenerator;

/// A child's time in care, from the first day to the last, which may lie after the years asked for.
///
/// @param child    who
/// @param spells   the times in care, in order
/// @param episodes the episodes of all spells, in order
/// @param random   what further details of this child are drawn from
record Story(Child child, List<Spell> spells, List<Episode> episodes, RandomGenerator random) {

    /// Whether the child was in care on some day of a year.
    boolean meets(FinancialYear year) {
        for (Spell spell : spells) {
            if (year.meets(spell.start(), spell.end())) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return "story";
    }
}
