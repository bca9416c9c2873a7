package weir.stream.registration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import weir.stream.csv.CsvRow;

/// How a table of the registration maps to its objects: the columns, where each stands in the object, what a missing column
/// and a code of the table become. Immutable.
///
/// Source: facts of stream, sections 5.1 to 5.4.
public final class RegistrationForm {

    /// A line of the table of places, in the order of the elements: a column, or with `=` a text that stands wherever
    /// another value stands in the element that holds it.
    private static final String STUDENT_PLACES = """
            LocalId                   LocalId
            JurisdictionId            StateProvinceId
            SectorId                  OtherIdList/OtherId[@Type='SectorStudentId']
            DiocesanId                OtherIdList/OtherId[@Type='DiocesanStudentId']
            OtherId                   OtherIdList/OtherId[@Type='OtherStudentId']
            TAAId                     OtherIdList/OtherId[@Type='TAAStudentId']
            NationalId                OtherIdList/OtherId[@Type='NationalStudentId']
            PlatformId                OtherIdList/OtherId[@Type='NAPPlatformStudentId']
            PreviousLocalId           OtherIdList/OtherId[@Type='PreviousLocalSchoolStudentId']
            PreviousSectorId          OtherIdList/OtherId[@Type='PreviousSectorStudentId']
            PreviousDiocesanId        OtherIdList/OtherId[@Type='PreviousDiocesanStudentId']
            PreviousOtherId           OtherIdList/OtherId[@Type='PreviousOtherStudentId']
            PreviousTAAId             OtherIdList/OtherId[@Type='PreviousTAAStudentId']
            PreviousJurisdictionId    OtherIdList/OtherId[@Type='PreviousStateProvinceId']
            PreviousNationalId        OtherIdList/OtherId[@Type='PreviousNationalStudentId']
            PreviousPlatformId        OtherIdList/OtherId[@Type='PreviousNAPPlatformStudentId']
            FamilyName                PersonInfo/Name[@Type='LGL']/FamilyName
            GivenName                 PersonInfo/Name[@Type='LGL']/GivenName
            MiddleName                PersonInfo/Name[@Type='LGL']/MiddleName
            PreferredName             PersonInfo/Name[@Type='LGL']/PreferredGivenName
            IndigenousStatus          PersonInfo/Demographics/IndigenousStatus
            Sex                       PersonInfo/Demographics/Sex
            BirthDate                 PersonInfo/Demographics/BirthDate
            CountryOfBirth            PersonInfo/Demographics/CountryOfBirth
            StudentLOTE               PersonInfo/Demographics/LanguageList/Language[LanguageType='4']/Code
            =4                        PersonInfo/Demographics/LanguageList/Language[LanguageType='4']/LanguageType
            VisaCode                  PersonInfo/Demographics/VisaSubClass
            LBOTE                     PersonInfo/Demographics/LBOTE
            AddressLine1              PersonInfo/AddressList/Address[@Type='0765'][@Role='012B']/Street/Line1
            AddressLine2              PersonInfo/AddressList/Address[@Type='0765'][@Role='012B']/Street/Line2
            Locality                  PersonInfo/AddressList/Address[@Type='0765'][@Role='012B']/City
            StateTerritory            PersonInfo/AddressList/Address[@Type='0765'][@Role='012B']/StateProvince
            =1101                     PersonInfo/AddressList/Address[@Type='0765'][@Role='012B']/Country
            Postcode                  PersonInfo/AddressList/Address[@Type='0765'][@Role='012B']/PostalCode
            SchoolLocalId             MostRecent/SchoolLocalId
            YearLevel                 MostRecent/YearLevel/Code
            FTE                       MostRecent/FTE
            Parent1LOTE               MostRecent/Parent1Language
            Parent2LOTE               MostRecent/Parent2Language
            Parent1Occupation         MostRecent/Parent1EmploymentType
            Parent2Occupation         MostRecent/Parent2EmploymentType
            Parent1SchoolEducation    MostRecent/Parent1SchoolEducationLevel
            Parent2SchoolEducation    MostRecent/Parent2SchoolEducationLevel
            Parent1NonSchoolEducation MostRecent/Parent1NonSchoolEducation
            Parent2NonSchoolEducation MostRecent/Parent2NonSchoolEducation
            LocalCampusId             MostRecent/LocalCampusId
            ASLSchoolId               MostRecent/SchoolACARAId
            TestLevel                 MostRecent/TestLevel/Code
            HomeGroup                 MostRecent/Homegroup
            ClassCode                 MostRecent/ClassCode
            MainSchoolFlag            MostRecent/MembershipType
            FFPOS                     MostRecent/FFPOS
            ReportingSchoolId         MostRecent/ReportingSchoolId
            OtherSchoolId             MostRecent/OtherEnrollmentSchoolACARAId
            EducationSupport          EducationSupport
            HomeSchooledStudent       HomeSchooledStudent
            Sensitive                 Sensitive
            OfflineDelivery           OfflineDelivery
            """;

    private static final String STUDENT_COLUMNS = """
            LocalId SectorId DiocesanId OtherId TAAId JurisdictionId NationalId PlatformId
            PreviousLocalId PreviousSectorId PreviousDiocesanId PreviousOtherId PreviousTAAId PreviousJurisdictionId
            PreviousNationalId PreviousPlatformId
            FamilyName GivenName PreferredName MiddleName BirthDate Sex CountryOfBirth EducationSupport FFPOS VisaCode
            IndigenousStatus LBOTE StudentLOTE YearLevel TestLevel FTE HomeGroup ClassCode ASLSchoolId SchoolLocalId
            LocalCampusId MainSchoolFlag OtherSchoolId ReportingSchoolId HomeSchooledStudent Sensitive OfflineDelivery
            Parent1SchoolEducation Parent1NonSchoolEducation Parent1Occupation Parent1LOTE
            Parent2SchoolEducation Parent2NonSchoolEducation Parent2Occupation Parent2LOTE
            AddressLine1 AddressLine2 Locality Postcode StateTerritory
            """;

    private static final String STUDENT_MANDATORY = """
            LocalId FamilyName GivenName BirthDate Sex CountryOfBirth FFPOS IndigenousStatus StudentLOTE YearLevel TestLevel
            ASLSchoolId Parent1SchoolEducation Parent1NonSchoolEducation Parent1Occupation Parent1LOTE
            Parent2SchoolEducation Parent2NonSchoolEducation Parent2Occupation Parent2LOTE
            """;

    private static final String STAFF_PLACES = """
            LocalStaffId              LocalId
            FamilyName                PersonInfo/Name[@Type='LGL']/FamilyName
            GivenName                 PersonInfo/Name[@Type='LGL']/GivenName
            EmailAddress              PersonInfo/EmailList/Email[@Type='01']
            StaffSchoolRole           Title
            LocalSchoolId             MostRecent/SchoolLocalId
            ASLSchoolId               MostRecent/SchoolACARAId
            LocalCampusId             MostRecent/LocalCampusId
            ClassCode                 MostRecent/NAPLANClassList/ClassCode
            HomeGroup                 MostRecent/HomeGroup
            AdditionalInfo            SIF_ExtendedElements/SIF_ExtendedElement[@Name='AdditionalInfo']
            """;

    private static final String STAFF_COLUMNS = """
            LocalStaffId GivenName FamilyName ClassCode HomeGroup ASLSchoolId LocalSchoolId LocalCampusId EmailAddress
            AdditionalInfo StaffSchoolRole
            """;

    public static final RegistrationForm STUDENT = new RegistrationForm("StudentPersonal", "LocalId",
            columns(STUDENT_COLUMNS), columns(STUDENT_MANDATORY), STUDENT_PLACES,
            Map.of("OfflineDelivery", "N", "Sensitive", "Y", "HomeSchooledStudent", "N", "EducationSupport", "N",
                    "FFPOS", "N", "MainSchoolFlag", "01"),
            Map.of("FFPOS", Map.of("Y", "1", "N", "2", "U", "9", "X", "9"), "MainSchoolFlag", Map.of("Y", "01", "N", "02")),
            Map.of("JurisdictionId", "StateProvinceId", "PreviousJurisdictionId", "PreviousStateProvinceId",
                    "HomeGroup", "Homegroup", "ClassCode", "ClassGroup"));

    public static final RegistrationForm STAFF = new RegistrationForm("StaffPersonal", "LocalStaffId",
            columns(STAFF_COLUMNS), List.of("LocalStaffId"), STAFF_PLACES,
            Map.of("StaffSchoolRole", "principal", "AdditionalInfo", "N"),
            Map.of(),
            Map.of("HomeGroup", "Homegroup"));

    private final String objectType;
    private final String identity;
    private final List<String> columns;
    private final List<String> mandatory;
    private final List<Place> places = new ArrayList<>();
    private final Map<String, SifPath> paths = new LinkedHashMap<>();
    private final Map<String, String> defaults;
    private final Map<String, Map<String, String>> codes;
    private final Map<String, String> earlierNames;

    /// A value of the object: a column's, or a fixed text.
    record Place(Optional<String> column, String text, SifPath path) {}

    private RegistrationForm(
            String objectType,
            String identity,
            List<String> columns,
            List<String> mandatory,
            String places,
            Map<String, String> defaults,
            Map<String, Map<String, String>> codes,
            Map<String, String> earlierNames) {
        this.objectType = objectType;
        this.identity = identity;
        this.columns = columns;
        this.mandatory = mandatory;
        this.defaults = defaults;
        this.codes = codes;
        this.earlierNames = earlierNames;
        places.lines().map(line -> line.split(" +", 2)).forEach(line -> addPlace(line[0], SifPath.of(line[1])));
    }

    private void addPlace(String name, SifPath path) {
        if (name.startsWith("=")) {
            places.add(new Place(Optional.empty(), name.substring(1), path));
        } else {
            places.add(new Place(Optional.of(name), "", path));
            paths.put(name, path);
        }
    }

    private static List<String> columns(String names) {
        return Arrays.asList(names.strip().split("\\s+"));
    }

    /// The name of the objects, as in `StudentPersonal`; their collection bears an `s` more.
    public String objectType() {
        return objectType;
    }

    /// The column without which a row is no row of this form.
    public String identity() {
        return identity;
    }

    /// The names of the columns in their order.
    public List<String> columns() {
        return columns;
    }

    /// The columns in which every row must have something.
    public List<String> mandatory() {
        return mandatory;
    }

    /// The columns of a file that this form does not know.
    public Set<String> unknown(List<String> header) {
        Set<String> unknown = new TreeSet<>(header);
        unknown.removeAll(columns);
        unknown.removeAll(earlierNames.values());
        return unknown;
    }

    /// What a row has for a column, also under an earlier name of the column; a default where there is no such column, with
    /// the codes of the table turned into those of the object.
    String value(CsvRow row, String column) {
        String cell = cell(row, column).orElse(defaults.getOrDefault(column, "")).strip();
        return codes.getOrDefault(column, Map.of()).getOrDefault(cell, cell);
    }

    /// The cell of a column, also under an earlier name of the column; empty when there is no such column.
    public Optional<String> cell(CsvRow row, String column) {
        return row.cell(column)
                .or(() -> Optional.ofNullable(earlierNames.get(column)).flatMap(row::cell));
    }

    /// All values of an object, in the order of its elements.
    List<Place> places() {
        return places;
    }

    /// Where a column stands in the object.
    SifPath path(String column) {
        SifPath path = paths.get(column);
        if (path == null) {
            throw new IllegalArgumentException("No column of " + objectType + ": " + column);
        }
        return path;
    }

    @Override
    public String toString() {
        return objectType;
    }
}
