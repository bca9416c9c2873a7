package weir.engine.dataset;

import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/// Every dataset that is shipped reads without a fault, and has the tables and widths that are published.
class ShippedDatasetsTest {

    @Test
    void everyShippedDatasetReads() {
        assertThat(Datasets.in(ShippedDatasets.folder()).all())
                .extracting(dataset -> dataset.id().value())
                .contains("annex_a", "cans", "pnw_census", "s251", "school_census", "ssda903");
    }

    @Test
    void annexAHasElevenListsAndCansTwoForms() {
        assertThat(widths("annex_a", "2024-01")).isEqualTo(
                "list_1 7, list_2 8, list_3 11, list_4 12, list_5 14, list_6 14, list_7 17, list_8 34, list_9 17, list_10 16,"
                        + " list_11 19");
        assertThat(widths("cans", "2024-01")).isEqualTo("6_21 204, 0_5 80");
        assertThat(widths("s251", "2023-03")).isEqualTo("placement_costs 29, internal_residential_costs 5");
    }

    @ParameterizedTest
    @CsvSource({"2019-06,16", "2020-11,16", "2020-12,19", "2021-03,21", "2022-03,24", "2025-12,24"})
    void thePlacementsCensusGrowsByMonth(String period, int fields) {
        assertThat(widths("pnw_census", period)).isEqualTo("pnw_census " + fields);
    }

    @ParameterizedTest
    @CsvSource({
        "2015-autumn,18", "2025-autumn,25", "2016-spring,17", "2026-spring,23", "2016-summer,13", "2026-summer,19"
    })
    void theSchoolCensusHasTablesOfItsOwnInEachTerm(String period, int tables) {
        assertThat(specification("school_census", period).tables()).hasSize(tables);
    }

    @Test
    void theSchoolCensusHasThePublishedNumberOfColumns() {
        assertThat(columns("2026-spring")).isEqualTo(326);
        assertThat(columns("2026-summer")).isEqualTo(241);
    }

    private static int columns(String period) {
        return specification("school_census", period).tables().stream().mapToInt(table -> table.fields().size()).sum();
    }

    private static String widths(String dataset, String period) {
        return specification(dataset, period).tables().stream()
                .map(table -> table.name() + " " + table.fields().size())
                .collect(Collectors.joining(", "));
    }

    private static Specification specification(String dataset, String period) {
        return ShippedDatasets.read(dataset).specification(Period.parse(period).orElseThrow()).orElseThrow();
    }
}
