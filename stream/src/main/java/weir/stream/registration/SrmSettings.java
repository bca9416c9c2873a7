package weir.stream.registration;

import java.time.Year;
import java.util.Optional;

/// What the rules of the registration depend on.
///
/// @param testYear the year of the test, from which the ages of year levels follow
/// @param schools the schools that may register; with none, schools are not looked up
/// @param state when present, as in `QLD`, a school of another state is not recognised
public record SrmSettings(Year testYear, SchoolList schools, Optional<String> state) {

    public SrmSettings(Year testYear, SchoolList schools) {
        this(testYear, schools, Optional.empty());
    }
}
