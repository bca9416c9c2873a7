package weir.stream.registration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// The report on an upload. Fact 36.
class FileReportTest {

    /// Two hundred students of ten schools: 37 of year 3, 60 of year 5, 52 of year 7, 51 of year 9.
    private static List<Rows> twoHundred() {
        List<Rows> rows = new ArrayList<>();
        int[] years = {37, 60, 52, 51};
        for (int level = 0; level < years.length; level++) {
            String year = String.valueOf(3 + 2 * level);
            for (int i = 0; i < years[level]; i++) {
                rows.add(Rows.student().with("YearLevel", year).with("TestLevel", year)
                        .with("LocalId", "s" + rows.size() / 2).with("ASLSchoolId", String.valueOf(40_000 + rows.size() % 10)));
            }
        }
        return rows;
    }

    @Test
    void fact36TwoHundredStudentsAreReported() {
        FileReport report = new FileReport(Rows.DOC, 200);
        for (Rows row : twoHundred()) {
            assertThat(report.isComplete()).isFalse();
            report.add(row.object());
        }

        assertThat(report.isComplete()).isTrue();
        assertThat(report.report().asText()).isEqualTo("""
                0:0:0 Report
                Report for payload doc1

                Schools: 10
                Students: 200
                Year 3: 37
                Year 5: 60
                Year 7: 52
                Year 9: 51


                """);
    }

    @Test
    void fact36TheReportComesAlsoWhenSomeFailAndSaysHowMany() {
        FileReport report = new FileReport(Rows.DOC, 200);
        List<Rows> rows = twoHundred();
        rows.subList(0, 25).forEach(_ -> report.fail());
        rows.subList(25, 200).forEach(row -> report.add(row.object()));

        assertThat(report.isComplete()).isTrue();
        assertThat(report.report().asText()).isEqualTo("""
                0:0:0 Report
                Report for payload doc1

                Schools: 10
                Students: 175
                Year 3: 12
                Year 5: 60
                Year 7: 52
                Year 9: 51

                Received: 200
                Valid: 175
                Failed: 25


                """);
    }

    @Test
    void aStudentWhoStandsThereTwiceIsOne() {
        FileReport report = new FileReport(Rows.DOC, 2);
        report.add(Rows.student().object());
        report.add(Rows.student().object());

        assertThat(report.report().text()).contains("Schools: 1\nStudents: 1\nYear 3: 0\nYear 5: 0\nYear 7: 1\nYear 9: 0\n");
    }

    @Test
    void aListOfSchoolsIsReadByTheNamesOfItsColumns(@TempDir Path folder) throws IOException, SchoolListRefused {
        Path file = folder.resolve("schools.csv");
        Files.writeString(file, "School Name,State,ACARA ID\n\"A, B College\",QLD,48096\nC,NSW,40987\n");

        SchoolList schools = SchoolList.read(file);

        assertThat(schools.size()).isEqualTo(2);
        assertThat(schools.contains("48096")).isTrue();
        assertThat(schools.state("40987")).contains("NSW");
        assertThat(schools.state("1")).isEmpty();
    }

    @Test
    void whatIsNoListOfSchoolsIsRefusedWithItsMend(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("schools.csv");
        for (String text : List.of("", "a,b\n1,2\n", "ACARA ID,State\n", "ACARA ID,State\n1\n")) {
            Files.writeString(file, text);
            assertThatThrownBy(() -> SchoolList.read(file)).as(text).isInstanceOf(SchoolListRefused.class)
                    .hasMessageContaining("Give a CSV file with the columns");
        }
    }
}
