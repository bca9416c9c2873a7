package weir.collect.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/// The regional reports of the school census: what the region learns of pupils, and which authority is told of whom.
class SchoolCensusReportsTest {

    private static final String PUPILS = """
            pupilonrolltableid|NativeId|upn|LA|Year|Term|Acad/LA
            1|3021001|u1|Barnet|2025|spring|la
            2|3021001|u2|Barnet|2025|spring|la
            3|3021001|u3|Barnet|2025|spring|la
            1|3021001|u4|Barnet|2025|spring|acad
            """;
    private static final String ADDRESSES = """
            addressesorderseqcolumn|NativeId|pupilonrolltableid|postcode|LA|Year|Term|Acad/LA
            10|3021001|1|N3 2|Barnet|2025|spring|la
            2|3021001|1|DA6 7|Barnet|2025|spring|la
            1|3021001|2|N3 2|Barnet|2025|spring|la
            1|3021001|3|ZZ1 1|Barnet|2025|spring|la
            1|3021001|1|DA6 7|Barnet|2025|spring|acad
            """;
    private static final String MEALS = """
            NativeId|pupilonrolltableid|fsmstartdate|fsmenddate|ukcountry|LA|Year|Term|Acad/LA
            3021001|1|2023-01-01|2024-01-01|ENG|Barnet|2025|spring|la
            3021001|1|2024-05-01||ENG|Barnet|2025|spring|la
            3021001|1|2024-09-01||WLS|Barnet|2025|spring|la
            3021001|2|2023-01-01|2024-01-01|ENG|Barnet|2025|spring|la
            """;
    private static final String NEEDS = """
            NativeId|pupilonrolltableid|sentyperank|sentype|LA|Year|Term|Acad/LA
            3021001|2|2|MLD|Barnet|2025|spring|la
            3021001|2|1|ASD|Barnet|2025|spring|la
            3021001|2|3|VI|Barnet|2025|spring|la
            """;
    private static final String SESSIONS = """
            NativeId|pupilonrolltableid|absencesessions|attendancereason|LA|Year|Term|Acad/LA
            3021001|1|4|I|Barnet|2025|spring|la
            3021001|1|3|I|Barnet|2025|spring|la
            3021001|1|2||Barnet|2025|spring|la
            3021001|2|1|C1|Barnet|2025|spring|la
            3021001|9|1|I|Barnet|2025|spring|la
            """;
    private static final String SECTORS = "PostcodeSector|ONSAreaCode\nN3 2|E09000003\nDA6 7|E09000004\n";
    private static final String SCHOOLS = """
            URN|LACode|LAName|GSSLACode
            1|302|Barnet|E09000003
            2|303|Bexley|E09000004
            3|303|Bexley|E09000004
            4|300|Elsewhere|E09000004
            5|303|Bexley|
            """;

    @TempDir
    private Path folder;

    private ReportCase census(String report) {
        return ReportCase.of("school_census", report)
                .with("school_census.pupilonroll", PUPILS)
                .with("school_census.addresses", ADDRESSES)
                .with("school_census.fsmperiod", MEALS)
                .with("school_census.senneeds", NEEDS)
                .with("school_census.termlysessiondetailsonroll", SESSIONS)
                .with("school_census.termlyexclusionsonroll", """
                        termlyexclusionsonrolltableid|NativeId|pupilonrolltableid|sessions|LA|Year|Term|Acad/LA
                        1|3021001|1|5|Barnet|2025|spring|la
                        2|3021001|2|6|Barnet|2025|spring|la
                        """);
    }

    @Test
    void tellsOfEachPupilOnceWithAddressMealsAndNeeds() throws IOException {
        Made made = census("region").make(folder, "onroll_children");
        assertThat(made.show("upn", "Acad/LA", "postcode", "fsmstartdate", "fsmukcountry", "sentype1", "sentype2")).isEqualTo("""
                upn|Acad/LA|postcode|fsmstartdate|fsmukcountry|sentype1|sentype2
                u4|acad|DA6 7||||
                u1|la|DA6 7|2024-09-01|WLS||
                u2|la|N3 2|||ASD|MLD
                u3|la|ZZ1 1||||
                """);
    }

    @Test
    void sumsTheSessionsOfEachReasonInAColumnOfItsOwn() throws IOException {
        Made made = census("region").make(folder, "onroll_termly_attendance");
        assertThat(made.show("upn", "attendancereason C1", "attendancereason I", "attendancereason BLANK")).isEqualTo("""
                upn|attendancereason C1|attendancereason I|attendancereason BLANK
                u1||7|2
                u2|1||
                """);
        assertThat(made.header()).contains("attendancereason /", "attendancereason #").endsWith("attendancereason BLANK");
    }

    @Test
    void tellsOfPupilsWhoHaveLeft() throws IOException {
        Map<String, Made> made = census("region")
                .with("school_census.pupilnolongeronroll", """
                        pupilnolongeronrolltableid|NativeId|upn|LA|Year|Term|Acad/LA
                        1|3021001|u8|Barnet|2024|autumn|la
                        """)
                .with("school_census.addressesoffroll", """
                        addressesoffrollorderseqcolumn|NativeId|pupilnolongeronrolltableid|postcode|LA|Year|Term|Acad/LA
                        1|3021001|1|N3 2|Barnet|2024|autumn|la
                        """)
                .with("school_census.summerhalfterm2sessiondetailsoffroll", """
                        NativeId|pupilnolongeronrolltableid|absencesessions|attendancereason|LA|Year|Term|Acad/LA
                        3021001|1|4|M|Barnet|2024|autumn|la
                        """)
                .make(folder);
        assertThat(made).hasSize(8);
        assertThat(made(made, "offroll_children").show("upn", "postcode")).isEqualTo("upn|postcode\nu8|N3 2\n");
        assertThat(made(made, "offroll_summer_attendance").show("upn", "attendancereason M"))
                .isEqualTo("upn|attendancereason M\nu8|4\n");
        assertThat(made(made, "offroll_termly_attendance").rows()).isZero();
        assertThat(made(made, "offroll_exclusions").rows()).isZero();
        assertThat(made(made, "onroll_summer_attendance").rows()).isZero();
    }

    @Test
    void tellsAnAuthorityOnlyOfChildrenWhoLiveInItAndGoToSchoolElsewhere() throws IOException {
        Map<String, Made> made = census("cross")
                .with("ons_postcode.sector", SECTORS)
                .with("gias.establishment", SCHOOLS)
                .make(folder);
        assertThat(made).containsOnlyKeys("303_children", "303_termly_attendance", "303_exclusions");
        assertThat(made(made, "303_children").show("home_la", "home_la_name", "upn", "LA", "Acad/LA", "fsmukcountry")).isEqualTo("""
                home_la|home_la_name|upn|LA|Acad/LA|fsmukcountry
                303|Bexley|u4|Barnet|acad|
                303|Bexley|u1|Barnet|la|WLS
                """);
        assertThat(made(made, "303_termly_attendance").show("home_la", "upn", "attendancereason I"))
                .isEqualTo("home_la|upn|attendancereason I\n303|u1|7\n");
        assertThat(made(made, "303_exclusions").show("home_la", "upn", "sessions")).isEqualTo("home_la|upn|sessions\n303|u1|5\n");
    }

    @Test
    void givesEachAuthorityFilesOfItsOwn() throws IOException {
        Map<String, Made> made = census("cross")
                .with("ons_postcode.sector", SECTORS.replace("N3 2|E09000003", "N3 2|E09000002"))
                .with("gias.establishment", SCHOOLS.replace("1|302|Barnet|E09000003", "1|301|Barking and Dagenham|E09000002"))
                .make(folder);
        assertThat(made(made, "301_children").column("upn")).containsExactly("u2");
        assertThat(made(made, "303_children").column("upn")).containsExactly("u4", "u1");
    }

    private static Made made(Map<String, Made> tables, String name) {
        return Objects.requireNonNull(tables.get(name));
    }
}
