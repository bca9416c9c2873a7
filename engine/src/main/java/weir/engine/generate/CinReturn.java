package weir.engine.generate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import weir.engine.generate.CinCase.Assessment;
import weir.engine.generate.CinCase.Inquiry;
import weir.engine.generate.CinCase.Plan;
import weir.engine.generate.CinCase.Protection;

/// Writes what a year's return of children in need holds about one child: what was open in the year, as it stood on 31
/// March. What ended before the year is left out, an end after it is blank.
///
/// The order of the elements is that of the published schemas. For one thread.
final class CinReturn {

    private final FinancialYear year;
    private final XmlFile xml;
    private long events;

    CinReturn(FinancialYear year, XmlFile xml) {
        this.year = year;
        this.xml = xml;
    }

    /// How many events were written.
    long events() {
        return events;
    }

    void write(CinChild child) throws IOException {
        List<CinCase> held = new ArrayList<>(child.cases().size());
        for (CinCase one : child.cases()) {
            if (one.meets(year)) {
                held.add(one);
            }
        }
        if (held.isEmpty()) {
            return;
        }
        xml.begin("Child");
        identifiers(child);
        characteristics(child);
        for (CinCase one : held) {
            write(one);
        }
        xml.end();
    }

    private void identifiers(CinChild child) throws IOException {
        boolean isBorn = child.born() <= year.end();
        xml.begin("ChildIdentifiers").leaf("LAchildID", child.id());
        if (year.end() - child.born() > 5 * 365) {
            xml.leaf(child.unknown().isEmpty() ? "UPN" : "UPNunknown", child.unknown().isEmpty() ? child.pupil() : child.unknown());
        }
        xml.day(isBorn ? "PersonBirthDate" : "ExpectedPersonBirthDate", child.born())
                .leaf(year.year() >= 2025 ? "Sex" : "GenderCurrent", CinCodes.sex(year.year(), child.girl(), isBorn));
        ended("PersonDeathDate", child.died());
        xml.end();
    }

    private void characteristics(CinChild child) throws IOException {
        xml.begin("ChildCharacteristics").leaf("Ethnicity", child.ethnic());
        if (!child.disabilities().isEmpty()) {
            xml.begin("Disabilities");
            for (String disability : child.disabilities()) {
                xml.leaf("Disability", disability);
            }
            xml.end();
        }
        xml.end();
    }

    private void write(CinCase one) throws IOException {
        xml.begin("CINdetails");
        event("CINreferralDate", one.referral());
        xml.leaf("ReferralSource", one.source()).leaf("PrimaryNeedCode", one.need());
        if (one.closure() <= year.end()) {
            event("CINclosureDate", one.closure());
            xml.leaf("ReasonForClosure", one.reason());
        }
        for (Assessment assessment : one.assessments()) {
            write(assessment);
        }
        if (year.year() >= 2022) {
            for (Plan plan : one.plans()) {
                write(plan);
            }
        }
        for (Inquiry inquiry : one.inquiries()) {
            write(inquiry);
        }
        xml.leaf("ReferralNFA", one.refused() ? "1" : "0");
        for (Protection protection : one.protections()) {
            write(protection);
        }
        xml.end();
    }

    private void write(Assessment assessment) throws IOException {
        if (!year.meets(assessment.start(), assessment.end())) {
            return;
        }
        xml.begin("Assessments");
        event("AssessmentActualStartDate", assessment.start());
        xml.day("AssessmentInternalReviewDate", assessment.review());
        if (assessment.end() <= year.end()) {
            event("AssessmentAuthorisationDate", assessment.end());
            xml.begin("FactorsIdentifiedAtAssessment");
            for (String factor : assessment.factors()) {
                xml.leaf("AssessmentFactors", factor);
            }
            xml.end();
        }
        xml.end();
    }

    private void write(Plan plan) throws IOException {
        if (year.meets(plan.start(), plan.end())) {
            xml.begin("CINPlanDates");
            event("CINPlanStartDate", plan.start());
            endedEvent("CINPlanEndDate", plan.end());
            xml.end();
        }
    }

    private void write(Inquiry inquiry) throws IOException {
        boolean isNeeded = inquiry.conference() < CinCase.NEVER;
        if (isNeeded ? !year.meets(inquiry.start(), inquiry.conference()) : !year.has(inquiry.start())) {
            return;
        }
        xml.begin("Section47");
        event("S47ActualStartDate", inquiry.start());
        if (isNeeded) {
            xml.day("InitialCPCtarget", inquiry.target());
            ended("DateOfInitialCPC", inquiry.conference());
        }
        xml.leaf("ICPCnotRequired", isNeeded ? "0" : "1").end();
    }

    private void write(Protection plan) throws IOException {
        if (!year.meets(plan.start(), plan.end())) {
            return;
        }
        xml.begin("ChildProtectionPlans");
        event("CPPstartDate", plan.start());
        endedEvent("CPPendDate", plan.end());
        xml.leaf("InitialCategoryOfAbuse", plan.first())
                .leaf("LatestCategoryOfAbuse", plan.latest())
                .leaf("NumberOfPreviousCPP", Integer.toString(plan.previous()));
        List<Integer> reviews = plan.reviews().stream().filter(year::has).toList();
        if (!reviews.isEmpty()) {
            xml.begin("Reviews");
            for (int review : reviews) {
                event("CPPreviewDate", review);
            }
            xml.end();
        }
        xml.end();
    }

    private void event(String name, int day) throws IOException {
        xml.day(name, day);
        events++;
    }

    private void endedEvent(String name, int day) throws IOException {
        if (day <= year.end()) {
            event(name, day);
        }
    }

    /// What lies after the year is not known yet.
    private void ended(String name, int day) throws IOException {
        if (day <= year.end()) {
            xml.day(name, day);
        }
    }
}
