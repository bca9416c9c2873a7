package weir.engine.dataset;

/// What is done to one field on its way to a use case. A field without a treatment is kept as it is.
public sealed interface Treatment {

    /// The word of the specification language.
    String word();

    /// What happens, for the audit: `reduced to the postcode sector`.
    String description();

    /// Adds what the delivery knows: who handed in, and for when.
    enum Enrich implements Treatment {
        WHOLE_NUMBER("whole-number", "written as a whole number, or in capitals when it is not a number"),
        ORGANISATION_SUFFIX("organisation-suffix", "the organisation's code is added behind it"),
        ORGANISATION_CODE("organisation-code", "the organisation's code"),
        ORGANISATION_NAME("organisation-name", "the organisation's name"),
        YEAR("year", "the year of the return"),
        MONTH("month", "the month of the return, 1 to 12"),
        FINANCIAL_YEAR("financial-year", "the financial year that holds the month of the return, named by the year it ends in"),
        QUARTER("quarter", "the quarter of the financial year that holds the month of the return, 1 to 4"),
        TERM("term", "the school term of the return"),
        PART("part", "what part of the whole the return is: the school type, or the identifier"),
        SCHOOL_YEAR("school-year", "the year in which the school year of the day of birth began");

        private final String word;
        private final String description;

        Enrich(String word, String description) {
            this.word = word;
            this.description = description;
        }

        @Override
        public String word() {
            return word;
        }

        @Override
        public String description() {
            return description;
        }

        /// Whether it makes a value of its own, instead of changing the one that stands in the field.
        public boolean isOfDelivery() {
            return this != WHOLE_NUMBER && this != ORGANISATION_SUFFIX && this != SCHOOL_YEAR;
        }
    }

    /// Takes something away, so that less is known about a person.
    enum Protect implements Treatment {
        FIRST_OF_MONTH("first-of-month", "reduced to the first day of its month"),
        FIRST_OF_YEAR("first-of-year", "reduced to the first day of its year"),
        POSTCODE_SECTOR("postcode-sector", "reduced to the postcode sector"),
        POSTCODE_DISTRICT("postcode-district", "reduced to the postcode district"),
        PSEUDONYM("pseudonym", "replaced by a keyed pseudonym (HMAC-SHA-256)"),
        DIGEST("digest", "replaced by its SHA-256, without a key; for old outputs only"),
        REMOVE_ROW_IF_BLANK("remove-row-if-blank", "the row is removed when it is blank");

        private final String word;
        private final String description;

        Protect(String word, String description) {
            this.word = word;
            this.description = description;
        }

        @Override
        public String word() {
            return word;
        }

        @Override
        public String description() {
            return description;
        }
    }
}
