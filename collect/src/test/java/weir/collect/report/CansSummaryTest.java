package weir.collect.report;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class CansSummaryTest {

    @TempDir
    private Path folder;

    @Test
    void namesTheItemsThatAskForSomethingInTheOrderOfTheForm() throws IOException {
        Made made = make("6_21", """
                Youth Unique ID|Assessment Date|Family Strengths|Optimism|Interpersonal|Anxiety|Depression|Sexual Abuse*|Neglect|Force (Sexual Abuse*)|Self-Care|Safety (Caregiver needs)|LA|Year|Month
                B_BAR|2024-01-02|1|1|1|2|2|Yes|Yes|3|2|3|Barnet|2024|1
                A_BAR|2024-01-02|0|3|2|3|1|No|No|1|3|1|Barnet|2024|1
                C_BAR|2024-01-02|||||||||||Barnet|2024|1
                """);
        assertThat(made.show(
                        "Youth Unique ID",
                        "Centerpiece of the Plan",
                        "Strength used in the Plan",
                        "Consider Strength Development",
                        "No Strength, Consider Building"))
                .isEqualTo("""
                Youth Unique ID|Centerpiece of the Plan|Strength used in the Plan|Consider Strength Development|No Strength, Consider Building
                A_BAR|Family Strengths||Interpersonal|Optimism
                B_BAR||Family Strengths;Interpersonal;Optimism||
                C_BAR||||
                """);
        assertThat(made.column("Action Needed (Youth)")).containsExactly("", "Depression;Anxiety", "");
        assertThat(made.column("Immediate/Intensive Action Needed (Youth)")).containsExactly("Anxiety", "", "");
        assertThat(made.column("Trauma Experience (Over Lifetime)"))
                .containsExactly("", "Sexual Abuse*;Force (Sexual Abuse*);Neglect", "");
        assertThat(made.column("Immediate/Intensive Action Needed (Caregiver)"))
                .containsExactly("", "Safety (Caregiver needs)", "");
        assertThat(made.column("Transition Age Action Needed")).containsExactly("", "Self-Care", "");
    }

    @Test
    void hasElevenColumnsForOlderChildrenAndNineForYounger() throws IOException {
        assertThat(make("6_21", "Youth Unique ID\n").header()).endsWith(
                "LA",
                "Year",
                "Month",
                "Centerpiece of the Plan",
                "Strength used in the Plan",
                "Consider Strength Development",
                "No Strength, Consider Building",
                "Trauma Experience (Over Lifetime)",
                "Action Needed (Youth)",
                "Immediate/Intensive Action Needed (Youth)",
                "Action Needed (Caregiver)",
                "Immediate/Intensive Action Needed (Caregiver)",
                "Transition Age Action Needed",
                "Immediate/Intensive Transition Age Action Needed");
    }

    @Test
    void summarisesTheFormForYoungerChildren() throws IOException {
        Made made = make("0_5", """
                Child Unique ID|Assessment Date|Depression|Anxiety|Family Strengths|LA|Year|Month
                A_BAR|2024-01-02|2|2|1|Barnet|2024|1
                """);
        assertThat(made.column("Action Needed (Youth)")).containsExactly("Depression;Anxiety");
        assertThat(made.column("Strength used in the Plan")).containsExactly("Family Strengths");
        assertThat(made.header()).endsWith("Immediate/Intensive Action Needed (Caregiver)");
    }

    private Made make(String form, String assessments) throws IOException {
        return ReportCase.of("cans", "summary_" + form)
                .with("cans." + form, assessments)
                .make(folder, "summary_" + form);
    }
}
