package weir.stream.privacy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// The lists of sensitive fields, in our form and in the published one.
class SensitivityFileTest {

    private static final Path ROOT = Path.of(System.getProperty("weir.root", ".."));
    private static final String EMPTY = "name: n\nversion: \"1\"\nreplacements: {text: X}\nextreme: {}\nhigh: {}\nmedium: {}\nlow: {}\n";

    @Test
    void ourListsHaveEveryPublishedRuleInItsOrder() throws IOException {
        Path folder = ROOT.resolve("../shared/reference/stream/privacy").normalize();
        assumeTrue(Files.isDirectory(folder), "The published lists do not lie beside this repository.");
        Sensitivities published = PublishedLists.read(folder);
        Sensitivities ours = SensitivityFile.shipped();

        assertThat(published.all()).hasSize(224);
        assertThat(List.of(Rating.values()).stream().map(rating -> published.rated(rating).size())).containsExactly(14, 41, 65, 104);
        for (Rating rating : Rating.values()) {
            assertThat(ours.rated(rating)).containsSubsequence(published.rated(rating));
        }
        assertThat(ours.all()).filteredOn(rule -> !published.all().contains(rule)).extracting(SensitivityRule::path).containsExactly(
                "StaffPersonal/ElectronicIdList",
                "LearningStandardItem",
                "StudentSchoolEnrollment/StudentSubjectChoiceList/StudentSubjectChoice/PreferenceNumber");
    }

    @Test
    void aPublishedLineKeepsATimeWhole(@TempDir Path folder) throws IOException {
        for (Rating rating : Rating.values()) {
            Files.writeString(folder.resolve(rating.word() + ".xpath"), "# about\n\n//A/B:00:00:00\n//A/@C\n   \n");
        }

        assertThat(PublishedLists.read(folder).rated(Rating.LOW))
                .containsExactly(new SensitivityRule("A/B", "00:00:00"), new SensitivityRule("A/@C", "ZZREDACTED"));
    }

    @Test
    void aPublishedLineOfAnotherFormIsToldWithItsPlace(@TempDir Path folder) throws IOException {
        for (Rating rating : Rating.values()) {
            Files.writeString(folder.resolve(rating.word() + ".xpath"), "//A[1]\n");
        }

        assertThatThrownBy(() -> PublishedLists.read(folder))
                .isInstanceOf(FaultySensitivities.class)
                .hasMessageContaining("low.xpath:1: A line must be '//'");
    }

    @Test
    void ourFormGivesEachFieldTheTextItsNameStandsFor() {
        Sensitivities lists = SensitivityFile.parse("s.yaml", EMPTY.replace("high: {}", "high: {A/B: text, A/@C: text}"));

        assertThat(lists.lists()).isEqualTo(Map.of(
                Rating.EXTREME, List.of(),
                Rating.HIGH, List.of(new SensitivityRule("A/B", "X"), new SensitivityRule("A/@C", "X")),
                Rating.MEDIUM, List.of(),
                Rating.LOW, List.of()));
    }

    @Test
    void allFaultsAreToldAtOnceWithTheirLineAndTheMend() {
        String faulty = """
                name: n
                version: 1
                replacements:
                  text: X
                extreme:
                  A/B: txet
                  //A: text
                  A//B: text
                hgih: {}
                medium: [A]
                low: {}
                """;

        assertThatThrownBy(() -> SensitivityFile.parse("s.yaml", faulty))
                .isInstanceOf(FaultySensitivities.class)
                .hasMessageContaining("s.yaml:6: 'txet' is not one of the replacements: text. Did you mean 'text'?")
                .hasMessageContaining("s.yaml:7: '//A' is no path")
                .hasMessageContaining("s.yaml:8: 'A//B' is no path")
                .hasMessageContaining("s.yaml:9: 'hgih' is not a key of a file of sensitivities. Did you mean 'high'?")
                .hasMessageContaining("'high' is missing")
                .hasMessageContaining("s.yaml:10: 'medium' must be a mapping")
                .hasMessageContaining("nothing was filtered");
    }

    @Test
    void aDifferentTextMakesObjectsValidForAnotherSchema() {
        Sensitivities lists = SensitivityFile.parse("s.yaml", EMPTY.replace("X}", "REDACTED}").replace("low: {}", "low: {A: text}"));

        assertThat(lists.rated(Rating.LOW)).containsExactly(new SensitivityRule("A", "REDACTED"));
    }
}
