package weir.collect.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import weir.engine.dataset.Dataset;
import weir.engine.dataset.DatasetId;
import weir.engine.dataset.Report;
import weir.engine.dataset.Report.Needed;
import weir.engine.dataset.TableName;
import weir.engine.dataset.UseCaseName;
import weir.platform.analysis.AnalysisFailed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ReportRunTest {

    private static final Needed CIN = new Needed(new DatasetId("cin"), new TableName("cin"));
    private static final Needed HEADER = new Needed(new DatasetId("ssda903"), new TableName("header"));

    @TempDir
    private Path folder;

    static List<DatasetId> datasets() {
        return ReportCase.PUBLISHED.ids();
    }

    @ParameterizedTest
    @MethodSource("datasets")
    void readsEveryPublishedReport(DatasetId id) {
        for (Report report : ReportCase.PUBLISHED.reports(id)) {
            assertThat(report.rule()).as(report.name()).endsWith(".");
            assertThat(report.needs()).as(report.name()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("datasets")
    void readsOnlyWhatTheUseCaseOfTheReportPublishes(DatasetId id) {
        for (Report report : ReportCase.PUBLISHED.reports(id)) {
            for (Needed needed : Stream.concat(report.needs().stream(), report.may().stream()).toList()) {
                Dataset dataset = ReportCase.PUBLISHED.find(needed.dataset()).orElseThrow();
                assertThat(dataset.useCase(report.useCase()).flatMap(useCase -> useCase.table(needed.table())))
                        .as("%s of %s", needed, report.name())
                        .isPresent();
            }
        }
    }

    @Test
    void writesEachOutputAsCsvAndAsParquetInTheOrderOfTheSql() throws IOException {
        Report report = report("CREATE VIEW one AS SELECT LAchildID, Date FROM cin_cin ORDER BY LAchildID DESC", List.of());
        Made made = ReportCase.of("cin", report)
                .with("cin.cin", """
                        LAchildID|Date
                        A|2022-01-31
                        B|
                        """)
                .make(folder, "one");
        assertThat(made.csv()).isEqualTo("LAchildID,Date\nB,\nA,2022-01-31\n");
        assertThat(folder.resolve("PAN_cin_one.parquet")).exists().isNotEmptyFile();
    }

    @Test
    void standsInForATableThatIsNotThereWithAnEmptyOneOfItsColumns() throws IOException {
        Report report = report(
                "CREATE VIEW one AS SELECT LAchildID, DOB + 1 AS next FROM cin_cin LEFT JOIN ssda903_header ON CHILD = LAchildID",
                List.of(HEADER));
        Made made = ReportCase.of("cin", report).with("cin.cin", "LAchildID\nA\n").make(folder, "one");
        assertThat(made.csv()).isEqualTo("LAchildID,next\nA,\n");
    }

    @Test
    void givesTheCodesOfEveryYearAndTheDayOfTheRun() throws IOException {
        Report report = report(
                """
                CREATE VIEW one AS SELECT code, meaning, day FROM codes, today
                WHERE dataset = 'ssda903' AND list = 'sex' AND code IN ('1', 'M') ORDER BY code
                """,
                List.of(HEADER));
        Made made = ReportCase.of("cin", report).with("cin.cin", "LAchildID\n").make(folder, "one");
        assertThat(made.column("code")).containsExactly("1", "M");
        assertThat(made.column("day")).containsOnly("2026-06-01");
    }

    @Test
    void failsWhenTheSqlCannotBeRun() {
        Report report = report("CREATE VIEW one AS SELECT nothing_of_the_kind FROM cin_cin", List.of());
        assertThatThrownBy(() -> ReportCase.of("cin", report).with("cin.cin", "LAchildID\nA\n").make(folder))
                .isInstanceOf(AnalysisFailed.class);
        assertThat(Files.exists(folder.resolve("PAN_cin_one.csv"))).isFalse();
    }

    private static Report report(String sql, List<Needed> may) {
        return new Report("one", "One", "As told.", new UseCaseName("PAN"), List.of(CIN), may, List.of("one"), Optional.empty(), sql);
    }
}
