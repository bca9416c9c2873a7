package weir.stream.message;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/// What an object that was a row of CSV says of it. Section 2.6.
class CsvOriginTest {

    @Test
    void isReadBackFromTheObject() {
        CsvOrigin origin = new CsvOrigin(3, "a,\"b\"", new DocumentId("doc1"), 12);
        String xml = "<StudentPersonal RefId=\"1\">\n" + origin.comments() + "\n<LocalId>1</LocalId></StudentPersonal>";

        assertThat(xml).contains("<!-- CSV line 3 -->", "<!-- CSV content a,\"b\" -->", "<!-- CSV docid doc1 -->",
                "<!-- CSV linetotal 12 -->");
        assertThat(CsvOrigin.of(xml)).contains(origin);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a--b", "a---b----", "-", "--", "%2D", "a%25-%2D--", "x-->y", "100%", "%", "a\nb"})
    void aRowWithDashesEndsNoComment(String row) {
        CsvOrigin origin = new CsvOrigin(1, row, new DocumentId("d"), 1);
        String comments = origin.comments();

        assertThat(comments.split("--", -1)).hasSize(9);
        assertThat(CsvOrigin.of(comments)).contains(origin);
    }

    @Test
    void anythingElseWasNeverCsv() {
        assertThat(CsvOrigin.of("<A/>")).isEmpty();
        assertThat(CsvOrigin.of("<A><!-- CSV line 1 --></A>")).isEmpty();
    }

    @Test
    void itsNameInALogHasNoRow() {
        assertThat(new CsvOrigin(1, "canary", new DocumentId("d"), 1).toString()).doesNotContain("canary");
    }
}
