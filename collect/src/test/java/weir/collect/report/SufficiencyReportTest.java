package weir.collect.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class SufficiencyReportTest {

    private static final String HEADER = """
            CHILD|SEX|DOB|ETHNIC|LA|YEAR
            3_BRI|U|2012-03-01|BOTH|Bristol|2025
            1_BAR|1|2010-05-01|WBRI|Barnet|2024
            2_BAR|F|2011-06-01||Barnet|2025
            4_BAR|M|2011-07-01|AIND|Barnet|2025
            """;
    private static final String EPISODES = """
            CHILD|DECOM|RNE|LS|CIN|PLACE|PLACE_PROVIDER|DEC|REC|REASON_PLACE_CHANGE|HOME_POST|PL_POST|URN|LA|YEAR
            2_BAR|2025-02-01|P|C2|N1|Z11|PR1||||E1 6|ZZ9 9|XXXXXXX|Barnet|2026
            1_BAR|2024-01-01|S|C2|N1|U6|PR1|2024-02-01|X1|LIIAF|E1 6||SC100|Barnet|2024
            1_BAR|2024-02-01|P|C2|N1|K3|PR4|2024-03-31|E99|CARPL||E1 6|SC999|Barnet|2024
            9_BRI|2024-03-01|S|||||||||||Bristol|2025
            """;
    private static final String UASC = "CHILD|DUC|LA|YEAR\n1_BAR|2028-05-01|Barnet|2024\n2_BAR||Barnet|2024\n";

    @TempDir
    private Path folder;

    @Test
    void readsSexFromNumbersAndFromLetters() throws IOException {
        assertThat(made(bare(), "dimLookedAfterChild").show("LookedAfterChildKey", "ChildIdentifier", "Gender")).isEqualTo("""
                LookedAfterChildKey|ChildIdentifier|Gender
                -1|Unknown|Unknown
                1|1_BAR|Male
                2|2_BAR|Female
                3|3_BRI|Unknown
                4|4_BAR|Male
                """);
    }

    @Test
    void fillsWhatIsMissingOfAChild() throws IOException {
        assertThat(made(bare(), "dimLookedAfterChild")
                        .show("DateofBirthKey", "EthnicCode", "EthnicDescription", "UASCCeasedDateKey", "UASCStatusCode",
                                "SubmissionYearDateKey", "ONSAreaCode"))
                .isEqualTo("""
                DateofBirthKey|EthnicCode|EthnicDescription|UASCCeasedDateKey|UASCStatusCode|SubmissionYearDateKey|ONSAreaCode
                2999-12-31|Unknown|Unknown|2999-12-31|-1|2999-12-31|Unknown
                2010-05-01|WBRI|White British|2028-05-01|1|2024-03-31|Unknown
                2011-06-01|Unknown|Unknown|2999-12-31|0|2025-03-31|Unknown
                2012-03-01|BOTH|Any other Black background|2999-12-31|0|2025-03-31|Unknown
                2011-07-01|AIND|Indian|2999-12-31|0|2025-03-31|Unknown
                """);
    }

    @Test
    void hasTheCodesOfEveryYearAndThoseOfTheRepair() throws IOException {
        Map<String, Made> tables = bare();
        assertThat(made(tables, "dimPlacementType").column("PlacementTypeCode")).contains("Unknown", "H5", "K3", "Z11", "Z14");
        assertThat(made(tables, "dimReasonEpisodeCeased").column("ReasonEpisodeCeasedCode")).contains("E43", "E48", "E99");
        assertThat(made(tables, "dimReasonPlaceChange").column("ReasonPlaceChangeCode")).contains("CUSTOD", "LIIAF");
        assertThat(made(tables, "dimCategoryOfNeed").rows()).isEqualTo(9);
        assertThat(made(tables, "dimLegalStatus").rows()).isEqualTo(14);
        assertThat(made(tables, "dimOfstedEffectiveness").rows()).isEqualTo(8);
        assertThat(made(tables, "dimPlacementProvider").rows()).isEqualTo(7);
        assertThat(made(tables, "dimReasonForNewEpisode").rows()).isEqualTo(7);
        assertThat(made(tables, "dimCategoryOfNeed").csv()).startsWith(
                "CategoryOfNeedKey,CategoryOfNeedCode,CategoryOfNeedDescription\n-1,Unknown,Unknown\n1,N1,abuse or neglect\n");
    }

    @Test
    void leadsEachEpisodeToItsChildAndItsCodes() throws IOException {
        Map<String, Made> tables = bare();
        Made episodes = made(tables, "factEpisode");
        assertThat(episodes.show("FactEpisodeKey", "LookedAfterChildKey", "EpisodeCommencedDateKey", "EpisodeCeasedDateKey")).isEqualTo("""
                FactEpisodeKey|LookedAfterChildKey|EpisodeCommencedDateKey|EpisodeCeasedDateKey
                1|1|2024-01-01|2024-02-01
                2|1|2024-02-01|2024-03-31
                3|2|2025-02-01|2999-12-31
                4|-1|2024-03-01|2999-12-31
                """);
        assertThat(episodes.column("PlacementTypeKey").stream().map(key -> code(made(tables, "dimPlacementType"), key)))
                .containsExactly("U6", "K3", "Z11", "Unknown");
        assertThat(episodes.column("ReasonEpisodeCeasedKey").stream().map(key -> code(made(tables, "dimReasonEpisodeCeased"), key)))
                .containsExactly("X1", "E99", "Unknown", "Unknown");
        assertThat(episodes.column("ReasonPlaceChangeKey").stream().map(key -> code(made(tables, "dimReasonPlaceChange"), key)))
                .containsExactly("LIIAF", "CARPL", "Unknown", "Unknown");
    }

    @Test
    void managesWithoutReferenceData() throws IOException {
        Map<String, Made> tables = bare();
        assertThat(made(tables, "dimONSArea").column("ONSAreaKey")).containsExactly("-1");
        assertThat(made(tables, "dimPostcode").column("PostcodeKey")).containsExactly("-1");
        assertThat(made(tables, "dimOfstedProvider").column("OfstedProviderKey")).containsExactly("-3", "-2", "-1");
        assertThat(made(tables, "factOfstedInspection").rows()).isZero();
        assertThat(made(tables, "factEpisode").column("OfstedProviderKey")).containsExactly("-3", "-3", "-2", "-1");
    }

    @Test
    void findsAreasPostcodesAndProvidersInTheReferenceData() throws IOException {
        Map<String, Made> tables = full().make(folder);
        assertThat(made(tables, "dimONSArea").show("ONSAreaKey", "AreaType", "AreaCode", "AreaName", "LAName")).isEqualTo("""
                ONSAreaKey|AreaType|AreaCode|AreaName|LAName
                -1|Unknown|Unknown|Unknown|Unknown
                1|Ward|W1|First|Barnet
                2|Ward|W2|Second|Barnet
                3|Ward|W3|Third|Bristol, City of
                4|LA|L1|Barnet|Barnet
                5|LA|L2|Bristol, City of|Bristol, City of
                6|Region|R1|London|Unknown
                7|Region|R2|South West|Unknown
                8|Country|E|England|Unknown
                """);
        assertThat(made(tables, "dimLookedAfterChild").column("ONSAreaCode")).containsExactly("Unknown", "L1", "L1", "L2", "L1");
        assertThat(made(tables, "factEpisode").show("HomePostcodeKey", "PlacementPostcodeKey", "OfstedProviderKey", "ONSAreaKey")).isEqualTo("""
                HomePostcodeKey|PlacementPostcodeKey|OfstedProviderKey|ONSAreaKey
                1|-1|1|4
                -1|1|-3|4
                1|-1|-2|4
                -1|-1|-1|5
                """);
        assertThat(made(tables, "dimOfstedProvider").show("OfstedProviderKey", "URN", "ProviderType", "ClosedDate", "ONSAreaCode")).isEqualTo("""
                OfstedProviderKey|URN|ProviderType|ClosedDate|ONSAreaCode
                -3|Not found|Unknown|2999-12-31|Unknown
                -2|XXXXXXX|Regional Adoption Agency|2999-12-31|Unknown
                -1|Unknown|Unknown|2999-12-31|Unknown
                1|SC100|Children's Home|2999-12-31|L1
                """);
    }

    @Test
    void findsAnAuthorityHoweverItsNameIsWritten() throws IOException {
        Map<String, Made> tables = ReportCase.of("ssda903", "sufficiency")
                .with("ssda903.header", """
                        CHILD|SEX|DOB|ETHNIC|LA|YEAR
                        1|M|2012-03-01|WBRI|Bristol|2025
                        2|M|2012-03-01|WBRI|Durham|2025
                        3|M|2012-03-01|WBRI|Essex|2025
                        4|M|2012-03-01|WBRI|St Helens|2025
                        5|M|2012-03-01|WBRI|Telford & Wrekin|2025
                        6|M|2012-03-01|WBRI|Westmorland and Furness|2025
                        7|M|2012-03-01|WBRI|Nowhere|2025
                        """)
                .with("ssda903.episodes", EPISODES)
                .with("ssda903.uasc", UASC)
                .with("ons_area.area", """
                        WardCode|WardName|LACode|LAName|CountyCode|CountyName
                        W1|a|L1|Bristol, City of||
                        W2|b|L2|County Durham||
                        W3|c|L3|Basildon|C1|Essex
                        W4|d|L4|St. Helens||
                        W5|e|L5|Telford and Wrekin||
                        W6|f|L6|Westmorland and Furness||
                        """)
                .make(folder);
        assertThat(made(tables, "dimLookedAfterChild").column("ONSAreaCode"))
                .containsExactly("Unknown", "L1", "L2", "C1", "L4", "L5", "L6", "Unknown");
    }

    @Test
    void endsAnInspectionTheDayBeforeTheNext() throws IOException {
        assertThat(made(full().make(folder), "factOfstedInspection").csv()).isEqualTo("""
                factOfstedInspectionKey,OfstedProviderKey,InspectionDateKey,EndDateKey,OfstedEffectivenessKey,IsLatest
                1,1,2022-01-10,2023-02-09,2,0
                2,1,2023-02-10,2999-12-31,-1,1
                """);
    }

    @Test
    void givesTheSameBytesWhateverTheOrderOfTheRows() throws IOException {
        String backwards = "CHILD|SEX|DOB|ETHNIC|LA|YEAR\n" + String.join("\n", HEADER.lines().skip(1).toList().reversed()) + "\n";
        Path other = Files.createDirectory(folder.resolve("other"));
        assertThat(bare()).isEqualTo(ReportCase.of("ssda903", "sufficiency")
                .with("ssda903.header", backwards)
                .with("ssda903.episodes", EPISODES)
                .with("ssda903.uasc", UASC)
                .make(other));
    }

    private static String code(Made dimension, String key) {
        return dimension.lines().stream().filter(line -> line.getFirst().equals(key)).findFirst().orElseThrow().get(1);
    }

    private static Made made(Map<String, Made> tables, String name) {
        return Objects.requireNonNull(tables.get(name));
    }

    private Map<String, Made> bare() throws IOException {
        return base().make(folder);
    }

    private static ReportCase base() {
        return ReportCase.of("ssda903", "sufficiency")
                .with("ssda903.header", HEADER)
                .with("ssda903.episodes", EPISODES)
                .with("ssda903.uasc", UASC);
    }

    private static ReportCase full() {
        return base().with("ons_area.area", """
                        WardCode|WardName|LACode|LAName|RegionCode|RegionName|CountryCode|CountryName
                        W2|Second|L1|Barnet|R1|London|E|England
                        W1|First|L1|Barnet|R1|London|E|England
                        W3|Third|L2|Bristol, City of|R2|South West|E|England
                        """)
                .with("ons_postcode.sector", "PostcodeSector|ONSAreaCode|Latitude|IMD\nE1 6|L1|51.5|100\n")
                .with("ofsted_provider.provider", "URN|ProviderType|LocalAuthority\nSC100|Children's Home|Barnet\n")
                .with("ofsted_provider.inspection", """
                        URN|InspectionDate|OverallEffectiveness
                        SC100|2023-02-10|
                        SC100|2022-01-10|2
                        SC777|2022-01-10|1
                        """);
    }
}
