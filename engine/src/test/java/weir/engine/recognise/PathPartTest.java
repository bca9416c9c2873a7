package weir.engine.recognise;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import weir.engine.dataset.Part;

import static org.assertj.core.api.Assertions.assertThat;

/// Which school type or identifier a path speaks of. Fact 7 of the published behaviour.
final class PathPartTest {

    @ParameterizedTest
    @CsvSource({
        "cans_a821f_0_5_2024_jan,a821f",
        "04cd3_6_21_2025_feb,04cd3",
        "0940569457_0_5_2024.csv,0940569457",
        "2024 jan/04cd3_6_21_2025_feb.xlsx,04cd3",
    })
    void readsTheIdentifierBeforeTheForm(String path, String identifier) {
        assertThat(PathPart.find(Part.Kind.IDENTIFIER, path)).contains(identifier);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cans_0_5_2024_jan", "CANS_6_21_2024_jan.xlsx", "a821f_2024_jan.xlsx", "0_5_2024_jan"})
    void findsNoIdentifierWhereThereIsNone(String path) {
        assertThat(PathPart.find(Part.Kind.IDENTIFIER, path)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2024_autumn_ACAD_pupilonroll.csv,acad", "la/2024_autumn_pupilonroll.csv,la", "2025 spring LA.csv,la"})
    void readsTheSchoolTypeAsAWholeWord(String path, String type) {
        assertThat(PathPart.find(Part.Kind.SCHOOL_TYPE, path)).contains(type);
    }

    @Test
    void isNotMisledByWordsThatHoldASchoolType() {
        assertThat(PathPart.find(Part.Kind.SCHOOL_TYPE, "academic/Lancashire_plan.csv")).isEmpty();
        assertThat(PathPart.find(Part.Kind.SCHOOL_TYPE, "la and acad.csv")).isEmpty();
    }
}
