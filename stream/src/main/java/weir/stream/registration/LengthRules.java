package weir.stream.registration;

import java.util.List;

/// How long the values of a student may be, in characters.
final class LengthRules {

    /// @param name as the text of the error calls the column
    private record Longest(String column, String name, int characters) {

        Longest(String column, int characters) {
            this(column, column, characters);
        }
    }

    private static final int ID = 15;
    private static final int NAME = 40;
    private static final int GROUP = 10;
    private static final int SCHOOL = 9;
    private static final int ASL = 5;
    private static final int VISA = 3;

    private static final List<Longest> LONGEST = List.of(
            new Longest("LocalId", ID),
            new Longest("SectorId", ID),
            new Longest("DiocesanId", ID),
            new Longest("OtherId", ID),
            new Longest("TAAId", ID),
            new Longest("JurisdictionId", "StateProvinceId", ID),
            new Longest("NationalId", ID),
            new Longest("PlatformId", ID),
            new Longest("PreviousLocalId", ID),
            new Longest("PreviousSectorId", ID),
            new Longest("PreviousDiocesanId", ID),
            new Longest("PreviousOtherId", ID),
            new Longest("PreviousTAAId", ID),
            new Longest("PreviousJurisdictionId", "PreviousStateProvinceId", ID),
            new Longest("PreviousNationalId", ID),
            new Longest("PreviousPlatformId", ID),
            new Longest("FamilyName", NAME),
            new Longest("GivenName", NAME),
            new Longest("PreferredName", NAME),
            new Longest("MiddleName", NAME),
            new Longest("AddressLine1", NAME),
            new Longest("AddressLine2", NAME),
            new Longest("Locality", NAME),
            new Longest("HomeGroup", "Homegroup", GROUP),
            new Longest("ClassCode", GROUP),
            new Longest("SchoolLocalId", SCHOOL),
            new Longest("LocalCampusId", SCHOOL),
            new Longest("OtherSchoolId", SCHOOL),
            new Longest("ReportingSchoolId", SCHOOL),
            new Longest("ASLSchoolId", ASL),
            new Longest("VisaCode", VISA));

    private LengthRules() {}

    static void check(RegistrationObject object, SrmRule.Findings findings) {
        for (Longest longest : LONGEST) {
            String value = object.value(longest.column());
            if (value.codePointCount(0, value.length()) > longest.characters()) {
                findings.add(longest.column(), "Error: " + longest.name() + " '" + value + "' is too long");
            }
        }
    }
}
