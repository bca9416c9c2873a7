package weir.stream.registration;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import weir.stream.error.StreamError;
import weir.stream.message.CsvOrigin;

/// The rules of the Student Registration Management system, asked of one object.
///
/// Each rule has a name and is asked in a fixed order; the texts are those that clients search for. A value that is not there
/// is not judged, except those that every student must have. Safe for several threads.
/// Source: facts of stream, section 5.5.
public final class SrmRules {

    /// The class of the errors.
    public static final String TYPE = "SRM Validation";

    private static final Pattern EMAIL = Pattern.compile("[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\\.[a-zA-Z][a-zA-Z]+");
    private static final Pattern FOUR_DIGITS = Pattern.compile("[0-9]{4}");
    private static final Pattern THREE_DIGITS = Pattern.compile("[0-9]{3}");
    private static final Set<String> STATES = Set.of("NSW", "VIC", "ACT", "TAS", "SA", "WA", "QLD", "NT");
    private static final Set<String> YES_OR_NO = Set.of("Y", "y", "N", "n");

    private final List<SrmRule> student;
    private final List<SrmRule> staff;

    public SrmRules(SrmSettings settings) {
        AgeRules ages = new AgeRules(settings.testYear());
        this.student = Stream.concat(
                        Stream.of(
                                new SrmRule("test-level", SrmRules::testLevel),
                                new SrmRule("year-level", SrmRules::yearLevel),
                                new SrmRule("age-of-year-level", ages::ofYearLevel),
                                new SrmRule("age-of-test-level", ages::ofTestLevel),
                                new SrmRule("postcode", SrmRules::postcode),
                                new SrmRule("state", SrmRules::state)),
                        Stream.of(
                                new SrmRule("length", LengthRules::check),
                                new SrmRule("visa-code", SrmRules::visaCode),
                                new SrmRule("school", new SchoolRule(settings)::check)))
                .toList();
        this.staff = List.of(
                new SrmRule("email", SrmRules::email),
                new SrmRule("additional-info", SrmRules::additionalInfo),
                new SrmRule("local-id", SrmRules::localId));
    }

    /// What the rules find, in the order of the rules.
    public List<SrmFinding> ask(RegistrationObject object) {
        List<SrmFinding> findings = new ArrayList<>();
        (object.isStudent() ? student : staff).forEach(rule -> rule.ask(object, findings::add));
        return findings;
    }

    /// What the rules find, as errors of one record: numbered among themselves, each with the row of CSV or the object.
    /// @param recordId of the record among those that were judged
    public List<StreamError> errors(RegistrationObject object, long recordId) {
        List<SrmFinding> findings = ask(object);
        List<StreamError> errors = new ArrayList<>();
        for (SrmFinding finding : findings) {
            errors.add(new StreamError(errors.size(), findings.size(), String.valueOf(recordId), TYPE,
                    object.described(finding.text()),
                    object.origin().map(CsvOrigin::line).orElse(0L),
                    object.origin().map(CsvOrigin::content).orElse("")));
        }
        return errors;
    }

    private static void testLevel(RegistrationObject object, SrmRule.Findings findings) {
        String level = object.value("TestLevel");
        if (!new YearLevel(level).isTestLevel()) {
            findings.add("TestLevel", "Error: '" + level + "' is not a valid value for TestLevel: expect 3, 5, 7, 9");
        }
    }

    private static void yearLevel(RegistrationObject object, SrmRule.Findings findings) {
        YearLevel level = new YearLevel(object.value("YearLevel"));
        String test = object.value("TestLevel");
        if (level.isUngraded()) {
            findings.add("YearLevel", "Warning: School Year level is Ungraded");
        } else if (!level.isTestLevel()) {
            findings.add("YearLevel", "Error: School Year level '" + level.code() + "' is not appropriate for NAPLAN");
        } else if (!level.code().equals(test)) {
            findings.add("YearLevel",
                    "Error: School Year level '" + level.code() + "' does not match Test Level '" + test + "'");
        }
    }

    private static void postcode(RegistrationObject object, SrmRule.Findings findings) {
        String postcode = object.value("Postcode");
        if (!postcode.isEmpty() && !FOUR_DIGITS.matcher(postcode).matches()) {
            findings.add("Postcode", "Error: '" + postcode + "' is not a valid value for Postcode: expect four digits");
        }
    }

    private static void state(RegistrationObject object, SrmRule.Findings findings) {
        String state = object.value("StateTerritory");
        if (!state.isEmpty() && !STATES.contains(state)) {
            findings.add("StateTerritory",
                    "Error: '" + state + "' is not a valid value for State/Province: expect standard abbreviation");
        }
    }

    private static void visaCode(RegistrationObject object, SrmRule.Findings findings) {
        String code = object.value("VisaCode");
        if (!code.isEmpty() && !THREE_DIGITS.matcher(code).matches()) {
            findings.add("VisaCode", "Error: VisaCode '" + code + "' is wrong format");
        }
    }

    private static void email(RegistrationObject object, SrmRule.Findings findings) {
        String address = object.value("EmailAddress");
        if (!address.isEmpty() && !EMAIL.matcher(address).matches()) {
            findings.add("EmailAddress", "Error: Email Address " + address + " is malformed");
        }
    }

    private static void additionalInfo(RegistrationObject object, SrmRule.Findings findings) {
        String answer = object.value("AdditionalInfo");
        if (!answer.isEmpty() && !YES_OR_NO.contains(answer)) {
            findings.add("AdditionalInfo", "Error: Addition Info " + answer + " is not Y or N");
        }
    }

    private static void localId(RegistrationObject object, SrmRule.Findings findings) {
        if (object.value("LocalStaffId").isEmpty()) {
            // One quote, as it was published: clients search for it.
            findings.add("LocalStaffId", "Error: 'LocalId is mandatory");
        }
    }
}
