package weir.collect.report;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/// The rows are made up to meet the outcomes that are known of the reports today: one column per outcome, in its order.
class CinReportsTest {

    @TempDir
    private Path folder;

    @Test
    void flagsEachFactorOfAnAssessmentOnce() throws IOException {
        Made made = make("factors", """
                LAchildID|Type|AssessmentAuthorisationDate|Factors|LA|Year
                C1|AssessmentAuthorisationDate|2022-01-01|1A,1B,1C|Barnet|2022
                C2|AssessmentAuthorisationDate|2022-01-01||Barnet|2022
                C3|AssessmentAuthorisationDate|2022-01-01||Barnet|2022
                C4|AssessmentAuthorisationDate|2022-01-01|1A|Barnet|2022
                C5|AssessmentAuthorisationDate|2022-01-01|2A,1A,2A|Barnet|2022
                C5|AssessmentActualStartDate||2B|Barnet|2022
                """);
        assertThat(made.show("LAchildID", "1A", "1B", "1C", "2A")).isEqualTo("""
                LAchildID|1A|1B|1C|2A
                C1|1|1|1|0
                C2|0|0|0|0
                C3|0|0|0|0
                C4|1|0|0|0
                C5|1|0|0|1
                """);
    }

    @Test
    void hasAColumnForEveryFactorWhateverOccurs() throws IOException {
        Made made = make("factors", "LAchildID\n");
        assertThat(made.header()).containsSubsequence("Factors", "LA", "Year", "1A", "1B", "10A", "23A");
        assertThat(made.rows()).isZero();
    }

    @Test
    void countsAnAssessmentOfTwoReturnsOnceAsTheLatestTellsIt() throws IOException {
        Made made = make("factors", """
                LAchildID|Type|AssessmentAuthorisationDate|Factors|LA|Year
                C1|AssessmentAuthorisationDate|2022-01-01|1A|Barnet|2022
                C1|AssessmentAuthorisationDate|2022-01-01|1B|Barnet|2023
                C1|AssessmentAuthorisationDate|2022-01-01|1C|Bexley|2022
                """);
        assertThat(made.show("LA", "Year", "1A", "1B", "1C")).isEqualTo("""
                LA|Year|1A|1B|1C
                Barnet|2023|0|1|0
                Bexley|2022|0|0|1
                """);
    }

    @Test
    void tellsWhatAReferralLedToWithinThirtyDays() throws IOException {
        Made made = make("referrals", """
                LAchildID|Type|CINreferralDate|AssessmentActualStartDate|S47ActualStartDate|PersonBirthDate|LA|Year
                C1|CINreferralDate|2022-01-01|||2017-06-01|Barnet|2022
                C2|CINreferralDate|2022-01-01|||2012-06-01|Barnet|2022
                C2|AssessmentActualStartDate|2022-01-01|2022-01-14||2012-06-01|Barnet|2022
                C2|S47ActualStartDate|2022-01-01||2022-01-19|2012-06-01|Barnet|2022
                C3|CINreferralDate|2022-02-01|||2013-06-01|Barnet|2022
                C3|AssessmentActualStartDate|2022-02-01|2022-02-09||2013-06-01|Barnet|2022
                C3|AssessmentActualStartDate|2022-02-01|2022-02-20||2013-06-01|Barnet|2022
                C3|S47ActualStartDate|2022-02-01||2022-02-11|2013-06-01|Barnet|2022
                """);
        assertThat(made.show("LAchildID", "days_to_s17", "days_to_s47", "referral_outcome", "Age at referral")).isEqualTo("""
                LAchildID|days_to_s17|days_to_s47|referral_outcome|Age at referral
                C1|||NFA|4
                C2|13|18|BOTH|9
                C3|8|10|BOTH|8
                """);
    }

    @Test
    void countsTheThirtiethDayOfAReferralAndNotTheNext() throws IOException {
        Made made = make("referrals", """
                LAchildID|Type|CINreferralDate|AssessmentActualStartDate|S47ActualStartDate|LA|Year
                C1|CINreferralDate|2022-01-01|||Barnet|2022
                C1|AssessmentActualStartDate|2022-01-01|2022-01-31||Barnet|2022
                C1|S47ActualStartDate|2022-01-01||2022-02-01|Barnet|2022
                C2|CINreferralDate|2022-01-01|||Barnet|2022
                C2|AssessmentActualStartDate|2022-01-01|2021-12-31||Barnet|2022
                C2|S47ActualStartDate|2022-01-01||2022-01-01|Barnet|2022
                C3|CINreferralDate|2022-01-01|||Barnet|2022
                C3|S47ActualStartDate|2022-01-02||2022-01-02|Barnet|2022
                """);
        assertThat(made.show("LAchildID", "days_to_s17", "days_to_s47", "referral_outcome")).isEqualTo("""
                LAchildID|days_to_s17|days_to_s47|referral_outcome
                C1|30||S17
                C2||0|S47
                C3|||NFA
                """);
    }

    private static final String SIX_INQUIRIES = """
            LAchildID|Type|S47ActualStartDate|DateOfInitialCPC|CPPstartDate|PersonBirthDate|LA|Year
            C1|S47ActualStartDate|2021-06-01|2021-06-10||2017-01-01|Barnet|2022
            C1|CPPstartDate|||2021-07-01|2017-01-01|Barnet|2022
            C2|S47ActualStartDate|2021-06-01|||2012-01-01|Barnet|2022
            C2|CPPstartDate|||2021-07-31|2012-01-01|Barnet|2022
            C3|S47ActualStartDate|2022-01-30|||2015-06-01|Barnet|2022
            C4|S47ActualStartDate|2022-01-29|||2012-06-01|Barnet|2022
            C4|CPPstartDate|||2022-03-31|2012-06-01|Barnet|2022
            C5|S47ActualStartDate|2022-02-01|2022-02-13||2013-06-01|Barnet|2022
            C6|S47ActualStartDate|2022-02-01|2022-02-14||2011-06-01|Barnet|2022
            """;

    @Test
    void followsAnInquiryToItsConferenceAndToItsPlan() throws IOException {
        Made made = make("s47_journeys", SIX_INQUIRIES);
        assertThat(made.show("LAchildID", "Source", "Destination", "Age at S47")).isEqualTo("""
                LAchildID|Source|Destination|Age at S47
                C1|S47 strategy discussion|ICPC|4
                C2|S47 strategy discussion|CPP Start|9
                C3|S47 strategy discussion|TBD - S47 too recent|6
                C4|S47 strategy discussion|No ICPC or CPP|9
                C5|S47 strategy discussion|ICPC|8
                C6|S47 strategy discussion|ICPC|10
                C1|ICPC|CPP Start|4
                C5|ICPC|No CPP|8
                C6|ICPC|TBD - ICPC too recent|10
                """);
        assertThat(made.column("cin_census_close")).containsOnly("2022-03-31");
        assertThat(made.column("s47_max_date")).containsOnly("2022-01-30");
        assertThat(made.column("icpc_max_date")).containsOnly("2022-02-14");
    }

    @Test
    void closesTheYearOfEachInquiryByItself() throws IOException {
        Made made = make("s47_journeys", """
                LAchildID|Type|S47ActualStartDate|LA|Year
                C1|S47ActualStartDate|2021-03-01|Barnet|2021
                C2|S47ActualStartDate|2021-03-01|Barnet|2022
                """);
        assertThat(made.show("LAchildID", "cin_census_close", "Destination")).isEqualTo("""
                LAchildID|cin_census_close|Destination
                C1|2021-03-31|TBD - S47 too recent
                C2|2022-03-31|No ICPC or CPP
                """);
    }

    @Test
    void takesTheFirstOfSeveralPlansAndNoneOfAnotherAuthority() throws IOException {
        Made made = make("s47_journeys", """
                LAchildID|Type|S47ActualStartDate|CPPstartDate|LA|Year
                C1|S47ActualStartDate|2021-06-01||Barnet|2022
                C1|CPPstartDate||2021-06-20|Barnet|2022
                C1|CPPstartDate||2021-06-10|Barnet|2022
                C1|CPPstartDate||2021-05-31|Barnet|2022
                C1|CPPstartDate||2021-06-02|Bexley|2022
                """);
        assertThat(made.show("CPPstartDate", "s47_to_cpp")).isEqualTo("""
                CPPstartDate|s47_to_cpp
                2021-06-10|9
                """);
    }

    private Made make(String report, String events) throws IOException {
        return ReportCase.of("cin", report).with("cin.cin", events).make(folder, report);
    }
}
