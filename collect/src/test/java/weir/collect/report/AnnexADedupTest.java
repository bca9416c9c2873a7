package weir.collect.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class AnnexADedupTest {

    @TempDir
    private Path folder;

    @Test
    void keepsTheRowOfTheLatestMonth() throws IOException {
        Map<String, Made> made = make("""
                Child Unique ID|Date of Contact|Contact Source|LA|Year|Month
                A|2024-01-01|first|Barnet|2024|2
                A|2024-01-01|second|Barnet|2024|11
                A|2024-01-01|older|Barnet|2023|12
                A|2024-01-02|another day|Barnet|2024|1
                A|2024-01-01|another authority|Bexley|2024|1
                """);
        assertThat(Objects.requireNonNull(made.get("dedup_list_1")).show("LA", "Date of Contact", "Contact Source")).isEqualTo("""
                LA|Date of Contact|Contact Source
                Barnet|2024-01-01|second
                Barnet|2024-01-02|another day
                Bexley|2024-01-01|another authority
                """);
    }

    @Test
    void neverTakesARowWithoutAnIdentifierForAnother() throws IOException {
        Map<String, Made> made = make("""
                Child Unique ID|Date of Contact|Contact Source|LA|Year|Month
                |2024-01-01|first|Barnet|2024|1
                |2024-01-01|second|Barnet|2024|2
                """);
        assertThat(Objects.requireNonNull(made.get("dedup_list_1")).column("Contact Source")).containsExactly("first", "second");
    }

    @Test
    void makesAllElevenListsEvenIfOneIsThere() throws IOException {
        Map<String, Made> made = make("Child Unique ID|Date of Contact\n");
        assertThat(made).hasSize(11);
        assertThat(Objects.requireNonNull(made.get("dedup_list_11")).header())
                .startsWith("Individual adopter identifier")
                .endsWith("LA", "Year", "Month");
    }

    private Map<String, Made> make(String contacts) throws IOException {
        return ReportCase.of("annex_a", "dedup").with("annex_a.list_1", contacts).make(folder);
    }
}
