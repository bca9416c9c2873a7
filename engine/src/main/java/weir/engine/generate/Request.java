package weir.engine.generate;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

import weir.engine.organisation.OrganisationCode;

/// What to make up. The same request gives the same bytes on every machine.
///
/// @param children     how many children, each in care at some time within the years
/// @param seed         what the random numbers start from
/// @param firstYear    the first financial year, named by the year it ends in; 2017 or later
/// @param lastYear     the last financial year
/// @param organisation the council; two councils get different children from the same seed
/// @param faultRate    the share of rows that get one fault, from 0 to 1
/// @param faults       the kinds of fault to choose from
/// @param mark         letters and digits that every free value carries, so that a search can find it; empty for none
public record Request(
        int children,
        long seed,
        int firstYear,
        int lastYear,
        OrganisationCode organisation,
        double faultRate,
        Set<Fault> faults,
        String mark) {

    /// The first year whose codes are known.
    public static final int EARLIEST_YEAR = 2017;

    /// The last year that may be asked for.
    public static final int LATEST_YEAR = 2100;

    private static final Pattern MARK = Pattern.compile("[A-Za-z0-9]{0,32}");

    /// @throws IllegalArgumentException when a number is out of its range or the mark is not letters and digits
    public Request {
        require(children >= 1, "The number of children must be 1 or more.");
        require(
                EARLIEST_YEAR <= firstYear && firstYear <= lastYear && lastYear <= LATEST_YEAR,
                "The years must lie between 2017 and 2100, the first not after the last.");
        require(faultRate >= 0 && faultRate <= 1, "The share of faults must lie between 0 and 1.");
        require(MARK.matcher(mark).matches(), "A mark is at most 32 letters and digits.");
        faults = Set.copyOf(faults);
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }

    /// Faultless returns of the years 2019 to 2026 of Barking and Dagenham (`BAD`).
    public static Request of(int children, long seed) {
        return new Request(
                children, seed, 2019, 2026, new OrganisationCode("BAD"), 0, EnumSet.allOf(Fault.class), "");
    }

    public Request withYears(int first, int last) {
        return new Request(children, seed, first, last, organisation, faultRate, faults, mark);
    }

    public Request withOrganisation(OrganisationCode code) {
        return new Request(children, seed, firstYear, lastYear, code, faultRate, faults, mark);
    }

    public Request withFaults(double rate, Set<Fault> kinds) {
        return new Request(children, seed, firstYear, lastYear, organisation, rate, kinds, mark);
    }

    public Request withMark(String text) {
        return new Request(children, seed, firstYear, lastYear, organisation, faultRate, faults, text);
    }
}
