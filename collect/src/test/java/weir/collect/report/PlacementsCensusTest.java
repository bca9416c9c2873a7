package weir.collect.report;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/// The rows are made up to meet the outcomes that are known of the joins today.
class PlacementsCensusTest {

    private static final String CENSUS = """
            Identifier|Establishment|LA|Year|Month
            A|e1|Bolton|2024|3
            B|e2|Bolton|2024|3
            A|e1|Bolton|2024|9
            B|e3|Bolton|2024|9
            C|e4|Bolton|2024|9
            """;

    @TempDir
    private Path folder;

    @Test
    void countsTheEpisodesAndTheAbsencesOfTheTwelveMonthsBefore() throws IOException {
        Made made = ReportCase.of("pnw_census", "enriched")
                .with("pnw_census.pnw_census", CENSUS)
                .with("ssda903.episodes", """
                        CHILD|DECOM|DEC|YEAR
                        A|2022-01-01|2023-01-01|2023
                        A|2023-01-01|2023-12-01|2024
                        A|2023-12-01||2024
                        B|2023-10-01|2023-11-01|2024
                        B|2023-11-01|2023-12-01|2024
                        B|2023-12-01|2024-01-01|2024
                        B|2024-01-01||2024
                        B|2024-10-01||2025
                        """)
                .with("ssda903.missing", """
                        CHILD|MISSING|MIS_START|MIS_END|YEAR
                        A|M|2022-01-01|2022-01-02|2022
                        B|M|2024-04-01|2024-04-02|2025
                        C|M|2024-05-01|2024-05-02|2025
                        C|A|2024-06-01||2025
                        """)
                .make(folder, "enriched");
        assertThat(made.show(
                        "Identifier",
                        "snapshot_date",
                        "# placements in last 12 months",
                        "# missing episodes in last 12 months"))
                .isEqualTo("""
                Identifier|snapshot_date|# placements in last 12 months|# missing episodes in last 12 months
                A|2024-03-31|2|
                A|2024-09-30|2|
                B|2024-03-31|4|
                B|2024-09-30|4|1
                C|2024-09-30||2
                """);
    }

    @Test
    void tellsOfTheEpisodeThatIsOpenOnTheSnapshot() throws IOException {
        Made made = ReportCase.of("pnw_census", "enriched")
                .with("pnw_census.pnw_census", CENSUS)
                .with("ssda903.header", "CHILD|SEX|ETHNIC|YEAR\nA|1|WBRI|2023\nA|M|WIRI|2024\nB|F|WBRI|2024\n")
                .with("ssda903.episodes", """
                        CHILD|DECOM|DEC|PLACE|PLACE_PROVIDER|HOME_POST|PL_POST|YEAR
                        A|2023-01-01|2024-03-31|U6|PR1|M1 2|BL1 1|2024
                        A|2024-03-31||K2|PR4|M1 2||2024
                        B|2024-09-30||U6|PR1|||2025
                        """)
                .with("ssda903.uasc", "CHILD|DUC|YEAR\nB|2024-03-31|2024\n")
                .with("ons_postcode.sector", "PostcodeSector|ONSAreaCode|OSEastings|OSNorthings\nM1 2|E08000003|384000|398000\n")
                .make(folder, "enriched");
        assertThat(made.show(
                        "Identifier", "Placement type 903", "Placement postcode 903", "Home LA code", "Gender 903", "UASC 903"))
                .isEqualTo("""
                Identifier|Placement type 903|Placement postcode 903|Home LA code|Gender 903|UASC 903
                A|U6|BL1 1|E08000003|M|0
                A|K2||E08000003|M|0
                B||||F|1
                B||||F|0
                C|||||
                """);
    }

    @Test
    void takesTheMostCompleteAnswersOfTheSameYear() throws IOException {
        Made made = ReportCase.of("pnw_census", "enriched")
                .with("pnw_census.pnw_census", CENSUS)
                .with("ssda903.oc2", """
                        CHILD|CONVICTED|SUBSTANCE_MISUSE|YEAR
                        A|1||2024
                        A|0|0|2025
                        B|||2024
                        B|1||2024
                        """)
                .make(folder, "enriched");
        assertThat(made.show("Identifier", "snapshot_date", "Convicted 903")).isEqualTo("""
                Identifier|snapshot_date|Convicted 903
                A|2024-03-31|1
                A|2024-09-30|0
                B|2024-03-31|1
                B|2024-09-30|
                C|2024-09-30|
                """);
    }

    @Test
    void putsTheLastFourAssessmentsSideBySide() throws IOException {
        Made made = ReportCase.of("pnw_census", "enriched")
                .with("pnw_census.pnw_census", CENSUS)
                .with("cans.0_5", "Child Unique ID|Assessment Date|Anxiety|LA|Year|Month\nA|2022-01-01|0|Bolton|2022|1\n")
                .with("cans.6_21", """
                        Youth Unique ID|Assessment Date|Anxiety|LA|Year|Month
                        A|2023-01-01|1|Bolton|2023|1
                        A|2023-06-01|2|Bolton|2023|6
                        A|2024-01-01|3|Bolton|2024|1
                        A|2024-05-01|2|Bolton|2024|5
                        """)
                .make(folder, "enriched");
        assertThat(made.rows()).isEqualTo(5);
        assertThat(made.show("snapshot_date", "Assessment Date 1", "Anxiety 1", "Anxiety 2", "Anxiety 3", "Anxiety 4")).startsWith("""
                snapshot_date|Assessment Date 1|Anxiety 1|Anxiety 2|Anxiety 3|Anxiety 4
                2024-03-31|2024-01-01|3|2|1|0
                2024-09-30|2024-05-01|2|3|2|1
                2024-03-31|||||
                """);
    }
}
