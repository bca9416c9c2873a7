package weir.engine.dataset;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class DifferenceTest {

    private static final Dataset SSDA903 = ShippedDatasets.read("ssda903");

    @TempDir
    Path parent;

    @Test
    void saysWhatEachYearOfSsda903Changed() {
        assertThat(between(2017, 2018)).isEmpty();
        assertThat(between(2018, 2019)).containsExactly(
                "episodes, REC: now allows E45, E46, E47 and E48.",
                "episodes, REC: no longer allows E43 and E44.",
                "episodes, REASON_PLACE_CHANGE: now allows CUSTOD.");
        assertThat(between(2023, 2024)).containsExactly("The table social_worker is new, with 6 fields.");
        assertThat(between(2025, 2026)).containsExactly("episodes, PLACE: now allows Z11, Z12, Z13 and Z14.");
        assertThat(between(2026, 2023)).contains("The table social_worker is gone.");
    }

    @Test
    void saysWhatChangedInAField() {
        Dataset dataset = new SmallDataset(parent)
                .version("""
                          - codes: sex
                            replace: {M: [Male, Man], F: Female}
                            because: It changed.
                          - table: people
                            add-field: {AGE: {type: age, min: 0, max: 25}}
                            change-field:
                              ID: {type: integer, min: 1}
                              BORN: {type: date, formats: [dd/MM/yyyy, yyyy-MM-dd], required: true, also: [DOB]}
                            remove-field: HOME
                            because: It changed.
                        """)
                .read();

        List<Difference> differences = Difference.between(dataset.versions().getFirst(), dataset.latest());

        assertThat(differences).extracting(Difference::sentence).containsExactly(
                "people, ID: may now be blank.",
                "people, ID: was text and is now integer from 1.",
                "people, BORN: may no longer be blank.",
                "people, BORN: is named by other headers.",
                "people, BORN: was date written dd/MM/yyyy and is now date written dd/MM/yyyy or yyyy-MM-dd.",
                "people, SEX: has other ways to write M.",
                "people, AGE: is new: age in years from 0 to 25.",
                "people, HOME: is gone.");
    }

    private static List<String> between(int from, int to) {
        return Difference.between(version(from), version(to)).stream().map(Difference::sentence).toList();
    }

    private static Specification version(int year) {
        return SSDA903.specification(Period.ofYear(year)).orElseThrow();
    }
}
