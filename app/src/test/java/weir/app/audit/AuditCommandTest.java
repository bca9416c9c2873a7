package weir.app.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.app.schema.Screen;

import static org.assertj.core.api.Assertions.assertThat;

class AuditCommandTest {

    @TempDir
    Path folder;

    @Test
    void printsWhatBecomesOfEachFieldAndByWhichClause() {
        Screen screen = audit("ssda903");

        assertThat(screen.exitCode()).isZero();
        assertThat(screen.out())
                .startsWith("PAN: Regional analysis of children looked after\n")
                .contains("Returns are held for 12 years, the current one included (clause 5.1).\n")
                .contains("  HOME_POST              reduced   reduced to the postcode sector [3.3]\n")
                .contains("  SW_ID                  removed   no rule names the table (from 2024) [2.2]\n")
                .contains("SUFFICIENCY: Planning of sufficient placements\n");
    }

    @Test
    void printsOnlyTheUseCasesThatAreNamed() {
        assertThat(audit("ssda903", "--use-case", "sufficiency", "--format", "csv").out())
                .startsWith("use_case,table,field,fate,description,periods,clause,clause_text\r\n")
                .contains("SUFFICIENCY,header,UPN,removed,no rule names the field,,2.2,"
                        + "A table or field that the schedule does not name is not shared.\r\n")
                .doesNotContain("PAN,");
    }

    @Test
    void writesAPageThatNeedsNothingElse() throws IOException {
        Path page = folder.resolve("audit.html");

        Screen screen = audit("ssda903", "--format", "html", "--output", page.toString());

        String html = Files.readString(page, StandardCharsets.UTF_8);
        assertThat(screen.exitCode()).isZero();
        assertThat(screen.out()).isEmpty();
        assertThat(html)
                .startsWith("<!DOCTYPE html>\n<html lang=\"en-GB\">")
                .contains("<span class=\"fate reduced\">reduced</span>")
                .contains("<dt id=\"PAN-3.3\">3.3</dt>")
                .doesNotContain("http", "<script", "src=")
                .endsWith("</html>\n");
        assertThat(folder).isDirectoryContaining(page::equals).isDirectoryNotContaining("glob:**.partial");
    }

    @Test
    void writesJsonWithEveryLine() {
        assertThat(audit("ssda903", "--format", "json").out())
                .startsWith("{\"dataset\":\"ssda903\",\"useCases\":[{\"useCase\":\"PAN\"")
                .contains("{\"table\":\"episodes\",\"field\":\"HOME_POST\",\"fate\":\"reduced\"");
    }

    @Test
    void asksWhatWasMeantByAnUnknownWord() {
        assertThat(audit("ssda903", "--use-case", "PEN").exitCode()).isEqualTo(2);
        assertThat(audit("ssda903", "--use-case", "PEN").err()).contains("Did you mean 'PAN'?");
        assertThat(audit("ssda093").err()).contains("Did you mean 'ssda903'?");
        assertThat(audit("ssda903", "--format", "pdf").exitCode()).isEqualTo(2);
        assertThat(audit().exitCode()).isEqualTo(2);
    }

    @Test
    void saysWhenItsFileCannotBeWritten() {
        Screen screen = audit("ssda903", "--output", folder.resolve("none/audit.txt").toString());

        assertThat(screen.exitCode()).isEqualTo(3);
        assertThat(screen.err()).contains("The audit could not be written to");
    }

    private static Screen audit(String... words) {
        return new Screen(new AuditCommand(Screen::shipped), words);
    }
}
