package weir.engine.generate;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// The tables of an SSDA903 return and their columns, in the order of its files.
///
/// Source: Children looked-after by local authorities, guides 2016-17 to 2025-26, the lists of data items.
enum Ssda903Table {
    HEADER(2017, "CHILD:text SEX:code DOB:date ETHNIC:code UPN:text MOTHER:code? MC_DOB:date?"),
    EPISODES(
            2017,
            "CHILD:text DECOM:date RNE:code LS:code CIN:code PLACE:code PLACE_PROVIDER:code? DEC:date? REC:code?"
                    + " REASON_PLACE_CHANGE:code? HOME_POST:postcode? PL_POST:postcode? URN:text?"),
    REVIEWS(2017, "CHILD:text DOB:date REVIEW:date REVIEW_CODE:code"),
    UASC(2017, "CHILD:text DOB:date SEX:code DUC:date?"),
    OC2(
            2017,
            "CHILD:text DOB:date SDQ_SCORE:number<40? SDQ_REASON:code? CONVICTED:code? HEALTH_CHECK:code?"
                    + " IMMUNISATIONS:code? TEETH_CHECK:code? HEALTH_ASSESSMENT:code? SUBSTANCE_MISUSE:code?"
                    + " INTERVENTION_RECEIVED:code? INTERVENTION_OFFERED:code?"),
    OC3(2017, "CHILD:text DOB:date IN_TOUCH:code ACTIV:code ACCOM:code"),
    AD1(
            2017,
            "CHILD:text DOB:date DATE_INT:date DATE_MATCH:date FOSTER_CARE:code NB_ADOPTR:number SEX_ADOPTR:code"
                    + " LS_ADOPTR:code"),
    PLACED_ADOPTION(2017, "CHILD:text DOB:date DATE_PLACED:date DATE_PLACED_CEASED:date? REASON_PLACED_CEASED:code?"),
    PREV_PERM(2017, "CHILD:text DOB:date PREV_PERM:code LA_PERM:text? DATE_PERM:date?"),
    MISSING(2017, "CHILD:text DOB:date MISSING:code MIS_START:date MIS_END:date?"),
    SOCIAL_WORKER(2024, "CHILD:text DOB:date SW_ID:text SW_DECOM:date SW_DEC:date? SW_REASON:code?");

    private final int since;

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable list of records
    private final List<Column> columns;

    Ssda903Table(int since, String columns) {
        this.since = since;
        this.columns = Arrays.stream(columns.split(" ", -1)).map(Column::parse).toList();
    }

    /// The first year that has it.
    int since() {
        return since;
    }

    List<Column> columns() {
        return columns;
    }

    /// The file of a year, relative to the folder of returns.
    String file(int year) {
        return String.format(Locale.ROOT, "%d/SSDA903_%d_%s.csv", year, year, name().toLowerCase(Locale.ROOT));
    }
}
