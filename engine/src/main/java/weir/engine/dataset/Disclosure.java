package weir.engine.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What must not be told by an output as a whole: the control that is done to it before it is published, over the rows of
/// all organisations together. First combinations that are too rare, then numbers that are too small.
///
/// @param kAnonymity  how often a combination of values must occur
/// @param smallCounts which numbers are too small to be shown
public record Disclosure(Optional<KAnonymity> kAnonymity, Optional<SmallCounts> smallCounts) {

    /// The fields that may be blanked, in their order: those of the combination, then the counts.
    public List<FieldName> fields() {
        List<FieldName> fields = new ArrayList<>();
        kAnonymity.ifPresent(rule -> fields.addAll(rule.fields()));
        smallCounts.ifPresent(rule -> fields.addAll(rule.fields()));
        return fields;
    }

    /// Every combination of values of some fields occurs in at least `k` rows.
    ///
    /// @param fields the fields of the combination; blanks of them are equal
    /// @param k      2 or more
    /// @param rare   what becomes of rows whose combination occurs less often
    /// @param people the field whose different values are counted instead of rows
    /// @param clause the clause of the agreement that demands it
    public record KAnonymity(List<FieldName> fields, int k, Rare rare, Optional<FieldName> people, String clause) {

        public KAnonymity {
            fields = List.copyOf(fields);
        }

        /// `a row is removed when fewer than 5 rows have the same values in SEX, LA`.
        public String description() {
            String fewer = people.map(field -> "fewer than " + k + " different " + field + " have")
                    .orElse("fewer than " + k + " rows have");
            return switch (rare) {
                case REMOVE_ROWS -> "a row is removed when " + fewer + " the same values in " + words(fields);
                case BLANK_FIELDS -> words(fields) + " are blanked in a row when " + fewer
                        + " the same values in them; the row is removed when the blanked rows are too few themselves";
            };
        }
    }

    /// What becomes of rows whose combination is too rare.
    public enum Rare {
        REMOVE_ROWS("remove-rows"),
        BLANK_FIELDS("blank-fields");

        private final String word;

        Rare(String word) {
            this.word = word;
        }

        /// The word of the specification language.
        public String word() {
            return word;
        }
    }

    /// A number from 1 to `k` - 1 is blanked, and another beside it where it could be worked out from a total.
    ///
    /// @param fields       the fields that hold counts
    /// @param k            2 or more
    /// @param groups       the fields whose values make a group; the counts of a group add up to a total that readers may
    ///                     know. None when all rows are one group
    /// @param hasRowTotals whether the counts of one row add up to a total that readers may know
    /// @param clause       the clause of the agreement that demands it
    public record SmallCounts(
            List<FieldName> fields, int k, List<FieldName> groups, boolean hasRowTotals, String clause) {

        public SmallCounts {
            fields = List.copyOf(fields);
            groups = List.copyOf(groups);
        }

        /// `a number from 1 to 4 in children is blanked; …`.
        public String description() {
            String group = groups.isEmpty() ? "" : " with the same " + words(groups);
            String row = hasRowTotals ? ", and within the row" : "";
            return "a number from 1 to " + (k - 1) + " in " + words(fields)
                    + " is blanked; where a total would give it away, the next smallest among the rows" + group + row
                    + " is blanked too";
        }
    }

    private static String words(List<FieldName> fields) {
        return String.join(", ", fields.stream().map(FieldName::value).toList());
    }
}
