package weir.stream.registration.review;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import weir.stream.registration.PlatformStudentId;
import weir.stream.registration.RegistrationForm;
import weir.stream.registration.review.ReviewFinding.Kind;

/// Asks a student field by field: what must be there, which codes there are, how long a value may be, what has a form.
///
/// Countries, languages and visas are known by their form alone: their lists change between editions.
/// Source: facts of stream, sections 5.2 and 7.2.
final class ContentRules {

    private static final List<String> PARENT_2 = List.of(
            "Parent2SchoolEducation", "Parent2NonSchoolEducation", "Parent2Occupation", "Parent2LOTE");
    private static final List<String> REQUIRED = RegistrationForm.STUDENT.mandatory().stream()
            .filter(column -> !PARENT_2.contains(column))
            .toList();

    private static final String YES_NO = "Y N U X";
    private static final String YEAR_LEVELS = "F 1 2 3 4 5 6 7 8 9 10 11 12 13 K P K3 K4 CC PS UG 11MINUS 12PLUS UGJunSec UGPri"
            + " UGSec UGSnrSec";
    private static final Map<String, List<String>> CODES = codes();

    private static final Pattern FOUR_DIGITS = Pattern.compile("[0-9]{4}");
    private static final Pattern VISA = Pattern.compile("[0-9]{3}");
    private static final List<Longest> LENGTHS = List.of(
            new Longest(40, "FamilyName GivenName PreferredName MiddleName AddressLine1 AddressLine2 Locality"),
            new Longest(15, "LocalId SectorId DiocesanId OtherId TAAId JurisdictionId NationalId PreviousLocalId PreviousSectorId"
                    + " PreviousDiocesanId PreviousOtherId PreviousTAAId PreviousJurisdictionId PreviousNationalId"),
            new Longest(10, "HomeGroup ClassCode"),
            new Longest(9, "SchoolLocalId LocalCampusId OtherSchoolId ReportingSchoolId"),
            new Longest(5, "ASLSchoolId"));

    private record Longest(int characters, String columns) {}

    private final PlatformStudentId.Form ids;

    ContentRules(PlatformStudentId.Form ids) {
        this.ids = ids;
    }

    private static Map<String, List<String>> codes() {
        Map<String, List<String>> codes = new LinkedHashMap<>();
        put(codes, "1 2 3 9", "Sex");
        put(codes, "1 2 3 4 9", "IndigenousStatus");
        put(codes, YES_NO, "EducationSupport", "LBOTE", "HomeSchooledStudent", "Sensitive", "OfflineDelivery");
        put(codes, "1 2 9", "FFPOS");
        put(codes, "01 02 03", "MainSchoolFlag");
        put(codes, YEAR_LEVELS, "YearLevel");
        put(codes, "3 5 7 9", "TestLevel");
        put(codes, "0 1 2 3 4", "Parent1SchoolEducation", "Parent2SchoolEducation");
        put(codes, "0 5 6 7 8", "Parent1NonSchoolEducation", "Parent2NonSchoolEducation");
        put(codes, "1 2 3 4 8 9", "Parent1Occupation", "Parent2Occupation");
        put(codes, "ACT NSW NT QLD SA TAS VIC WA", "StateTerritory");
        return codes;
    }

    private static void put(Map<String, List<String>> codes, String values, String... columns) {
        Arrays.asList(columns).forEach(column -> codes.put(column, Arrays.asList(values.split(" ", -1))));
    }

    void ask(ReviewedStudent student, Findings findings) {
        askForRequired(student, findings);
        student.unknown().forEach(column ->
                findings.error(Kind.CONTENT, column, "Additional property " + column + " is not allowed"));
        askForCodes(student, findings);
        askForForms(student, findings);
        askForLengths(student, findings);
        askForParent2(student, findings);
    }

    private static void askForRequired(ReviewedStudent student, Findings findings) {
        REQUIRED.stream().filter(column -> !student.has(column))
                .forEach(column -> findings.error(Kind.CONTENT, column, column + " is required"));
    }

    private static void askForCodes(ReviewedStudent student, Findings findings) {
        CODES.forEach((column, codes) -> {
            if (student.has(column) && !codes.contains(student.value(column))) {
                findings.error(Kind.CONTENT, column, column + " must be one of the following: "
                        + codes.stream().map(code -> '"' + code + '"').collect(Collectors.joining(", ")));
            }
        });
    }

    private void askForForms(ReviewedStudent student, Findings findings) {
        askForForm(student, findings, FOUR_DIGITS, "Country Code is not one of SACC 1269.0 codeset", "CountryOfBirth");
        askForForm(student, findings, FOUR_DIGITS, "Language Code is not one of ASCL 1267.0 codeset",
                "StudentLOTE", "Parent1LOTE", "Parent2LOTE");
        askForForm(student, findings, VISA, "Visa Code is not one of known values from http://www.immi.gov.au", "VisaCode");
        askForForm(student, findings, FOUR_DIGITS, "Postcode must be four digits", "Postcode");
        for (String column : List.of("PlatformId", "PreviousPlatformId")) {
            if (student.has(column) && !new PlatformStudentId(student.value(column)).hasForm(ids)) {
                findings.error(Kind.CONTENT, column, "PlatformId is not in correct format");
            }
        }
    }

    private static void askForForm(
            ReviewedStudent student, Findings findings, Pattern form, String description, String... columns) {
        for (String column : columns) {
            if (student.has(column) && !form.matcher(student.value(column)).matches()) {
                findings.error(Kind.CONTENT, column, description);
            }
        }
    }

    private static void askForLengths(ReviewedStudent student, Findings findings) {
        for (Longest longest : LENGTHS) {
            for (String column : longest.columns().split(" ", -1)) {
                String value = student.value(column);
                if (value.codePointCount(0, value.length()) > longest.characters()) {
                    findings.error(Kind.CONTENT, column, "String length must be less than or equal to " + longest.characters());
                }
            }
        }
    }

    private static void askForParent2(ReviewedStudent student, Findings findings) {
        if (PARENT_2.stream().anyMatch(student::has)) {
            PARENT_2.stream().filter(column -> !student.has(column)).forEach(column ->
                    findings.error(Kind.CONTENT, column, "Must be present if other Parent2 fields are present"));
        }
    }
}
