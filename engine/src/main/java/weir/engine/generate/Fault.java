package weir.engine.generate;

import java.util.Locale;

/// A fault that can be planted in a row. A row gets one at most.
///
/// Some are decoys: they look odd, yet the rules of reading accept them, and a check that finds an issue there is
/// wrong.
public enum Fault {
    /// A date written as year/month/day.
    DATE_FORM(Target.DATE, false),
    /// A date that no calendar has, as in 31/02/2020.
    DATE_IMPOSSIBLE(Target.DATE, false),
    /// A code that is in no list.
    CODE_UNKNOWN(Target.CODE, false),
    /// Nothing where something must be.
    MANDATORY_BLANK(Target.MANDATORY, false),
    /// Text that is no postcode.
    POSTCODE_BAD(Target.POSTCODE, false),
    /// A number with letters in it.
    NUMBER_WITH_LETTERS(Target.NUMBER, false),
    /// A number above its greatest value.
    NUMBER_TOO_LARGE(Target.BOUNDED_NUMBER, false),
    /// One cell more than the header has.
    ROW_LONG(Target.ROW, false),
    /// The last cell is left out; only where that cell may be blank.
    ROW_SHORT(Target.ROW_ENDING_OPTIONAL, false),
    /// The same row a second time; the place is the second.
    ROW_TWICE(Target.ROW, false),
    /// A decoy: a code in small letters with spaces around it.
    CODE_PADDED(Target.MANDATORY_CODE, true),
    /// A decoy: a code with a no-break space (U+00A0) before and behind it.
    CODE_NO_BREAK_SPACE(Target.MANDATORY_CODE, true),
    /// A decoy: a code in quotation marks, as CSV allows.
    CODE_QUOTED(Target.MANDATORY_CODE, true),
    /// A decoy: a date without its leading zeros, as in 5/1/2019.
    DATE_SHORT(Target.MANDATORY_DATE, true);

    /// What a fault can be planted in.
    enum Target {
        ROW,
        ROW_ENDING_OPTIONAL,
        DATE,
        MANDATORY_DATE,
        CODE,
        MANDATORY_CODE,
        MANDATORY,
        POSTCODE,
        NUMBER,
        BOUNDED_NUMBER
    }

    private final Target target;
    private final boolean decoy;

    Fault(Target target, boolean decoy) {
        this.target = target;
        this.decoy = decoy;
    }

    Target target() {
        return target;
    }

    /// Whether no issue may be found where it stands.
    public boolean isDecoy() {
        return decoy;
    }

    /// The word the ledger uses, as in `date-form`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
