package weir.engine.issue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import weir.engine.golden.Golden;

import static org.assertj.core.api.Assertions.assertThat;

class IssueCatalogueTest {

    private final IssueCatalogue catalogue = IssueCatalogue.builtIn();
    private final Place cell = Place.file("episodes.csv").table("episodes").row(214).field("DECOM", 2);

    @Test
    void hasWordsForEveryCodeAndNoOther() {
        assertThat(catalogue.codes()).containsExactlyInAnyOrderElementsOf(IssueCodes.all());
    }

    @Test
    void namesThePlaceWhatMustBeTrueAndTheShapeFound() {
        Issue issue = Issue.error(
                IssueCode.VALUE_NOT_DATE, cell, "a date like 30/04/2011", Shape.of("31.04.11"));
        assertThat(catalogue.text(issue))
                .isEqualTo("Row 214, DECOM: must be a date like 30/04/2011. Found text of 8 characters.");
    }

    @Test
    void leavesOutWhatIsNotKnown() {
        assertThat(catalogue.text(Issue.error(IssueCode.VALUE_NOT_DATE, cell)))
                .isEqualTo("Row 214, DECOM: must be a date.");
        assertThat(catalogue.text(Issue.error(IssueCode.FILE_TOO_LARGE, Place.file("a.csv"))))
                .isEqualTo("The file is larger than the limit.");
        assertThat(catalogue.text(Issue.error(IssueCode.FILE_TOO_LARGE, Place.file("a.csv"), "5 GB")))
                .isEqualTo("The file is larger than the limit. Limit: 5 GB.");
    }

    @Test
    void saysManyIssuesInOneSentence() {
        Issue first = Issue.error(IssueCode.VALUE_NOT_DATE, cell, "a date like 30/04/2011");
        assertThat(catalogue.many(first, 1041)).isEqualTo("1,041 cells in DECOM must be a date like 30/04/2011.");
        assertThat(catalogue.many(first, 1)).isEqualTo(catalogue.text(first));
    }

    @Test
    void namesAColumnByItsLetterWhenItHasNoName() {
        Issue issue = Issue.error(IssueCode.HEADER_BLANK, Place.file("a.csv").row(1).field("", 27));
        assertThat(catalogue.text(issue)).isEqualTo("Row 1, column AB: must have a column name.");
    }

    @Test
    void fillsTheMessageCouncilsKnow() {
        IssueWords words = catalogue.words(IssueCode.ROW_DUPLICATE);
        assertThat(words.reportedType()).isEqualTo("DuplicateRemoval");
        assertThat(words.reportedMessage(Issue.notice(IssueCode.ROW_DUPLICATE, cell, "")))
                .isEqualTo("Row 214 removed as it was a duplicate");
    }

    @Test
    void hasWordsThatFitACodeItDoesNotKnow() {
        IssueCode unknown = new IssueCode("C-99");
        assertThat(catalogue.text(Issue.error(unknown, cell, "After DOB.")))
                .isEqualTo("Row 214, DECOM: breaks the rule C-99. After DOB.");
        assertThat(catalogue.title(unknown)).isEqualTo("Rule broken");
    }

    @Test
    void everyTextIsASentenceWithoutGaps() {
        for (IssueCode code : IssueCodes.all()) {
            IssueWords words = catalogue.words(code);
            for (Place place : List.of(Place.file("a.csv"), cell)) {
                for (String expected : List.of("", "a date")) {
                    Issue issue = Issue.error(code, place, expected, Shape.of("12"));
                    for (String text : List.of(catalogue.text(issue), catalogue.many(issue, 2), words.mend())) {
                        assertThat(text).as(code.value())
                                .matches("[A-Z0-9].*\\.").doesNotContain("{", "[", "  ", " .", " ,", "..");
                    }
                }
            }
        }
    }

    @Test
    void writesEachKeyOnce() {
        Path file = Golden.root().resolve("engine/src/main/resources/weir/engine/issue/catalogue.properties");
        assertThat(keys(file)).doesNotHaveDuplicates();
    }

    private static List<String> keys(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.substring(0, line.indexOf(" = ")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
