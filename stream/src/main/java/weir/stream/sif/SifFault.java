package weir.stream.sif;

/// What is wrong at one place of a document. It may hold values: it is for the sender alone.
///
/// @param line from 1
/// @param text what is wrong, in the words clients know from NIAS
/// @param context the lines around it, two before and two after as far as they are at hand, each ended by a line feed; long
///     ones are cut
public record SifFault(Kind kind, long line, String text, String context) {

    /// The two classes of faults.
    public enum Kind {
        /// It is no XML, or XML of a kind that is refused.
        WELL_FORMEDNESS("XML Well-Formedness Error", "well-formedness error"),
        /// It is XML that the schema does not allow.
        VALIDITY("XSD Validation Error", "validity error");

        private final String type;
        private final String words;

        Kind(String type, String words) {
            this.type = type;
            this.words = words;
        }

        /// The class of its messages.
        public String type() {
            return type;
        }

        /// How its text begins.
        public String words() {
            return words;
        }
    }

    /// Without the text: it may hold a value.
    @Override
    public String toString() {
        return kind.type + " in line " + line;
    }
}
