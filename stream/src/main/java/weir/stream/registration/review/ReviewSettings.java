package weir.stream.registration.review;

import java.time.Year;

import weir.stream.registration.PlatformStudentId;
import weir.stream.registration.SchoolList;

/// What a review depends on.
///
/// @param testYear the year of the test, from which the ages of year levels follow
/// @param schools the schools that may register
/// @param ids how the platform's ids are written
/// @param nameCharacters what names may hold, as the inside of a character class, as in `A-Za-z '-`
public record ReviewSettings(Year testYear, SchoolList schools, PlatformStudentId.Form ids, String nameCharacters) {

    public static final String NAME_CHARACTERS = "A-Za-z '\\-";

    public ReviewSettings(Year testYear, SchoolList schools) {
        this(testYear, schools, PlatformStudentId.Form.SHORT, NAME_CHARACTERS);
    }
}
