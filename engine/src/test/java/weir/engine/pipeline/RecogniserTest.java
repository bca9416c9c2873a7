package weir.engine.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weir.engine.dataset.Dataset;
import weir.engine.dataset.Datasets;

import static org.assertj.core.api.Assertions.assertThat;

/// What a file is taken for, among all shipped datasets, and what is said when it cannot be told.
class RecogniserTest {

    private static final List<Dataset> ALL =
            Datasets.in(Path.of(System.getProperty("weir.root", "..")).resolve("datasets")).all();
    private static final String REVIEWS = "CHILD,DOB,REVIEW,REVIEW_CODE\n1,01/02/2010,01/05/2025,PN1\n";
    private static final String CONTACTS = """
            Child ID,GENDER,Ethnicity,Date of Birth,Age of Child (Years),Date of Contact,Contact Source
            7,M,WBRI,01/02/2015,8,03/01/2024,1A
            """;
    private static final String LEVELS = "senneedstableid,NativeId,senneedsorderseqcolumn,sourceid,pupilonrolltableid,"
            + "sentype,sentyperank\n1,873,1,1,1,ASD,1\n";

    @TempDir
    private Path folder;

    private CheckedFile check(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve("file"), text);
        return new CheckedFile(ALL, file, name);
    }

    @Test
    void tellsTheDatasetByTheHeaderWhateverElseTheFolderHolds() throws IOException {
        assertThat(check("2025/reviews.csv", REVIEWS).tables()).containsExactly("reviews 1");
        assertThat(check("contacts_2024_jan.csv", CONTACTS).tables()).containsExactly("list_1 1");
        assertThat(check("2025_spring_acad.csv", LEVELS).tables()).containsExactly("senneeds 1");
    }

    @Test
    void takesAHeaderThatAPatternFitsForTheField() throws IOException {
        CheckedFile checked = check("contacts_2024_jan.csv", CONTACTS);

        assertThat(checked.recognised().getFirst().match().columns()).startsWith(0, 1);
        assertThat(checked.row(0, 0)).containsExactly("7", "a) Male", "a) White", "2015-02-01", "8", "2024-01-03",
                checked.row(0, 0).getLast());
        assertThat(checked.findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2025_spring_acad.csv,acad",
        "la/2025_spring.csv,la",
        "2025_spring.csv,''",
    })
    void knowsTheSchoolTypeAsThePartOfTheReturn(String name, String part) throws IOException {
        CheckedFile checked = check(name, LEVELS);

        assertThat(checked.recognised().getFirst().part()).isEqualTo(part);
        assertThat(checked.findings()).isEqualTo(part.isEmpty() ? List.of("warning school-type-missing") : List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "reviews.csv,error year-missing",
        "contacts.csv,error year-missing",
        "contacts_2024.csv,error month-missing",
        "senneeds_2025.csv,error term-missing",
        "senneeds_2015_spring.csv,error year-outside-retention: from 2020 to 2027",
        "pupils_2016.csv,error term-missing",
    })
    void saysWhatThePathLacksForTheDatasetTheHeaderFits(String name, String finding) throws IOException {
        String text = name.startsWith("reviews") ? REVIEWS : name.startsWith("contacts") ? CONTACTS : LEVELS;

        CheckedFile checked = check(name, text);

        assertThat(checked.findings()).containsExactly(finding);
        assertThat(checked.outcome().refused()).isTrue();
    }

    @Test
    void namesTheNearestTableOfAnyDataset() throws IOException {
        assertThat(check("2025/reviews.csv", "CHILD,DOB,REVIEW\n1,01/02/2010,01/05/2025\n").findings()).containsExactly(
                "error table-unknown row 1: all those of one table of ssda903; the nearest is reviews, without REVIEW_CODE");
    }

    @Test
    void refusesAColumnThatPatternsTakeForTwoFields() throws IOException {
        String text = CONTACTS.replace("Date of Birth", "The date of birth")
                .replace("Date of Contact,", "First date of contact,Date of birth or date of contact,")
                .replace("03/01/2024,", "03/01/2024,03/01/2024,");

        CheckedFile checked = check("contacts_2024_jan.csv", text);

        assertThat(checked.findings()).containsExactly("error header-ambiguous G1: Date of Birth or Date of Contact");
        assertThat(checked.outcome().refused()).isTrue();
    }

    @Test
    void believesANameMoreThanAPatternThatFitsAnotherColumnToo() throws IOException {
        String text = CONTACTS.replace("Contact Source\n", "Contact Source,Language\n").replace("1A\n", "1A,English\n");

        CheckedFile checked = check("contacts_2024_jan.csv", text);

        assertThat(checked.tables()).containsExactly("list_1 1");
        assertThat(checked.findings()).containsExactly("notice column-unknown H1");
    }
}
