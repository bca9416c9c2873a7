package weir.engine.dataset;

import java.util.Locale;

/// What tells several returns of one organisation, dataset and period apart, because each is only a part of the whole.
///
/// @param kind       what it is
/// @param isRequired whether a return without it is refused
public record Part(Kind kind, boolean isRequired) {

    public static final Part NONE = new Part(Kind.NONE, false);

    /// What a part is.
    public enum Kind {
        /// A return is whole.
        NONE,
        /// The kind of school: `acad` or `la`.
        SCHOOL_TYPE,
        /// The identifier of one person's assessment.
        IDENTIFIER;

        /// The word of the specification language.
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
