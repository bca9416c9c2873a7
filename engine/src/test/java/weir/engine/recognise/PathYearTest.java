package weir.engine.recognise;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/// Which year a path speaks of. Facts 1 and 2 of the published behaviour, and forms that it got wrong.
final class PathYearTest {

    @ParameterizedTest
    @CsvSource({
        "2020 SHOULD BE THE YEAR,2020",
        "19/20 adoption,2020",
        "2018/19,2019",
        "file_14032021,2021",
        "file_20032021,2021",
        "file_2017-18,2018",
        "file_201819,2019",
        "file_1920,2020",
        "file_21/22,2022",
        "file_version_12_18/19,2019",
        "file_version_1_1819,2019"
    })
    void readsTheYearAsPublished(String text, int year) {
        assertThat(PathYear.inText(text)).hasValue(year);
    }

    @ParameterizedTest
    @CsvSource({
        "SSDA903_2020_01_episodes,2020",
        "SSDA903 2018-2019,2019",
        "20210331_episodes,2021",
        "episodes 2019_20 v2,2020",
        "return_1999-00,0",
        "export-172041,0",
        "junit-4546123,0",
    })
    void isNotMisledByOtherNumbers(String text, int year) {
        if (year == 0) {
            assertThat(PathYear.inText(text)).isEmpty();
        } else {
            assertThat(PathYear.inText(text)).hasValue(year);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"file_no_year.csv", "1811.csv", "episodes.csv", ""})
    void findsNoYearWhereThereIsNone(String text) {
        assertThat(PathYear.inText(text)).isEmpty();
    }

    @Test
    void asksTheFolderBeforeTheFile() {
        assertThat(PathYear.find("2021/SSDA903_2022-23_episodes.csv")).hasValue(2021);
        assertThat(PathYear.find("/SSDA903_2022-23_episodes.csv")).hasValue(2023);
        assertThat(PathYear.find("episodes.csv")).isEmpty();
    }

    @Test
    void asksTheNearestFolderFirst() {
        assertThat(PathYear.find("archive 2015/2021/episodes.csv")).hasValue(2021);
        assertThat(PathYear.find("2021/final/episodes.csv")).hasValue(2021);
    }
}
