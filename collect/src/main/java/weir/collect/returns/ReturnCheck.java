package weir.collect.returns;

import java.time.Instant;
import java.util.List;

import weir.engine.organisation.OrganisationCode;

/// What the rules across records found in a return.
///
/// @param period   as in `2024`
/// @param madeOf   names the rules and the tables it was made of
/// @param run      the run that made it
/// @param asked    how many rules were asked
/// @param notAsked how many were not, because a table they read is not there
/// @param missing  those tables, by their names in queries: `header_last` is last year's header
/// @param reports  the folder of its reports among the objects
public record ReturnCheck(
        OrganisationCode organisation,
        String dataset,
        String period,
        String madeOf,
        String run,
        Instant checkedAt,
        int asked,
        int notAsked,
        List<String> missing,
        long errors,
        long warnings,
        long notices,
        String reports) {

    public ReturnCheck {
        missing = List.copyOf(missing);
    }
}
