package weir.stream.graph;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// How the objects of a type are named for people. Source: the labels NIAS gives, section 4.2 of its facts.
///
/// @param forms tried in turn; each names the ends of paths whose texts make the label
/// @param divider what stands between the texts
/// @param paths the ends of paths it asks for
record LabelRule(List<List<String>> forms, String divider, List<LabelPath> paths) {

    private static final LabelRule PERSON = new LabelRule(
            List.of(List.of("PersonInfo/Name/FullName"), List.of("PersonInfo/Name/GivenName", "PersonInfo/Name/FamilyName")), " ");

    private static final LabelRule NONE = new LabelRule(List.of(), "");

    private static final Map<String, LabelRule> BY_TYPE = byType();

    private LabelRule(List<List<String>> forms, String divider) {
        this(forms, divider, forms.stream().flatMap(List::stream).distinct().map(LabelPath::new).toList());
    }

    static LabelRule of(String type) {
        return BY_TYPE.getOrDefault(type, NONE);
    }

    /// The label of an object; empty when it lacks what the label is made of.
    ///
    /// @param texts the first text at each path
    Optional<String> label(Function<String, Optional<String>> texts) {
        return forms.stream()
                .map(form -> form.stream().map(texts).toList())
                .filter(found -> found.stream().allMatch(Optional::isPresent))
                .map(found -> found.stream().map(Optional::orElseThrow).collect(Collectors.joining(divider)))
                .findFirst();
    }

    private static Map<String, LabelRule> byType() {
        Map<String, LabelRule> rules = new HashMap<>();
        single(rules, "Title", "Activity", "StudentActivityInfo", "TimeTable", "LearningStandardDocument");
        single(rules, "StatisticName", "AggregateStatisticInfo");
        single(rules, "Name", "Assessment", "Sif3Assessment", "AssessmentSubTest", "ChargedLocationInfo", "EquipmentInfo",
                "LearningResource");
        single(rules, "AdministrationName", "AssessmentAdministration", "Sif3AssessmentAdministration");
        single(rules, "AssetName", "Sif3AssessmentAsset");
        single(rules, "FormName", "AssessmentForm", "Sif3AssessmentForm");
        single(rules, "ItemLabel", "AssessmentItem", "Sif3AssessmentItem");
        single(rules, "RubricName", "AssessmentRubric", "Sif3AssessmentRubric", "Rubric");
        single(rules, "ScoreTableName", "AssessmentScoreTable", "Sif3AssessmentScoreTable", "ScoreTable");
        single(rules, "SectionName", "Sif3AssessmentSection", "Section");
        single(rules, "SessionName", "Sif3AssessmentSession", "Session");
        single(rules, "SubTestName", "Sif3AssessmentSubTest");
        single(rules, "@Date", "CalendarDate");
        single(rules, "LocalId", "CalendarSummary", "SectionInfo");
        single(rules, "BillingName", "Debtor");
        single(rules, "AccountNumber", "FinancialAccount");
        single(rules, "Description", "GradingAssignment");
        single(rules, "FormNumber", "Invoice", "PurchaseOrder");
        single(rules, "LEAName", "LEAInfo");
        single(rules, "StatementCodes/StatementCode", "LearningStandardItem");
        single(rules, "ReceivedTransactionId", "PaymentReceipt");
        single(rules, "AuthorityName", "ReportAuthorityInfo");
        single(rules, "RoomNumber", "RoomInfo");
        single(rules, "ActivityName", "ScheduledActivity");
        single(rules, "CourseCode", "SchoolCourse", "SchoolCourseInfo");
        single(rules, "SchoolName", "SchoolInfo");
        single(rules, "ShortName", "TeachingGroup");
        single(rules, "TermCode", "TermInfo");
        single(rules, "SubjectLocalId", "TimeTableSubject");
        rules.put("ResourceBooking", new LabelRule(List.of(List.of("ResourceLocalId", "ResourceLocalId")), " "));
        rules.put("TimeTableCell", new LabelRule(List.of(List.of("DayId", "PeriodId")), ":"));
        rules.put("VendorInfo", new LabelRule(
                List.of(List.of("Name/FullName"), List.of("Name/GivenName", "Name/FamilyName"), List.of("Name")), " "));
        for (String person : List.of("StaffPersonal", "StudentContactPersonal", "StudentPersonal")) {
            rules.put(person, PERSON);
        }
        return Map.copyOf(rules);
    }

    private static void single(Map<String, LabelRule> rules, String path, String... types) {
        Arrays.stream(types).forEach(type -> rules.put(type, new LabelRule(List.of(List.of(path)), "")));
    }

    @Override
    public String toString() {
        return forms.toString();
    }
}
