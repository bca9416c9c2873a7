package weir.engine.dataset;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// The columns that outputs are documented to have, in their order.
class DocumentedOutputsTest {

    private static List<String> columns(String dataset, String table) {
        return ShippedDatasets.read(dataset).useCase(new UseCaseName("PAN")).orElseThrow()
                .table(new TableName(table)).orElseThrow()
                .fields().stream()
                .map(field -> field.field().value())
                .toList();
    }

    @Test
    void theEventsOfChildrenInNeedHaveThirtySixColumns() {
        assertThat(columns("cin", "cin")).containsExactly(
                "LAchildID", "Date", "Type", "CINreferralDate", "ReferralSource", "PrimaryNeedCode", "CINclosureDate",
                "ReasonForClosure", "DateOfInitialCPC", "ReferralNFA", "CINPlanStartDate", "CINPlanEndDate",
                "S47ActualStartDate", "InitialCPCtarget", "ICPCnotRequired", "AssessmentActualStartDate",
                "AssessmentInternalReviewDate", "AssessmentAuthorisationDate", "Factors", "CPPstartDate", "CPPendDate",
                "InitialCategoryOfAbuse", "LatestCategoryOfAbuse", "NumberOfPreviousCPP", "UPN", "FormerUPN", "UPNunknown",
                "PersonBirthDate", "ExpectedPersonBirthDate", "GenderCurrent", "PersonDeathDate", "PersonSchoolYear",
                "Ethnicity", "Disabilities", "LA", "Year");
    }

    @Test
    void theWorkforceHasTwentyFiveAndFiveColumns() {
        assertThat(columns("social_work_workforce", "CSWWWorker")).hasSize(25).startsWith("AgencyWorker", "SWENo")
                .endsWith("CFKSSstatus", "LA", "YEAR");
        assertThat(columns("social_work_workforce", "LALevelVacancies"))
                .containsExactly("NumberOfVacancies", "NoAgencyFTE", "NoAgencyHeadcount", "LA", "YEAR");
    }

    @Test
    void theCostsOfPlacementsHaveTheirColumnsTheAuthorityAndTheQuarter() {
        assertThat(columns("s251", "placement_costs")).hasSize(29 + 5).startsWith("Child ID")
                .endsWith("LA", "Year", "Month", "Financial year", "Quarter");
        assertThat(columns("s251", "internal_residential_costs")).hasSize(5 + 5).startsWith("Asset name")
                .endsWith("LA", "Year", "Month", "Financial year", "Quarter");
    }
}
