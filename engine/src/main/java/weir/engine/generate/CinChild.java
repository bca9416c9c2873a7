package weir.engine.generate;

import java.util.List;

/// A child in need that does not exist. Days are counted from 1 January 1970.
///
/// @param id           the council's number
/// @param born         the day of birth, which may lie after the first referral
/// @param died         the day of death; [CinCase#NEVER] for most
/// @param girl         whether a girl
/// @param ethnic       the code of the ethnic group
/// @param pupil        the unique pupil number, for the years from five on
/// @param unknown      why there is no such number; empty when there is
/// @param disabilities their codes; empty for most
/// @param cases        one after the other
record CinChild(
        String id,
        int born,
        int died,
        boolean girl,
        String ethnic,
        String pupil,
        String unknown,
        List<String> disabilities,
        List<CinCase> cases) {

    @Override
    public String toString() {
        return "child in need";
    }
}
