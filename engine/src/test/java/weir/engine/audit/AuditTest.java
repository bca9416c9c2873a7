package weir.engine.audit;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import weir.engine.dataset.Dataset;
import weir.engine.dataset.DatasetReader;
import weir.engine.dataset.Specification;
import weir.engine.dataset.UseCase;

import static org.assertj.core.api.Assertions.assertThat;

class AuditTest {

    private static final Dataset SSDA903 = DatasetReader.read(
            Path.of(System.getProperty("weir.root", "..")).resolve("datasets/ssda903"));

    private final Audit audit = Audit.of(SSDA903, SSDA903.useCases());

    @Test
    void hasALineForEveryFieldOfEveryVersion() {
        for (UseCase useCase : SSDA903.useCases()) {
            List<String> audited = audit.linesOf(useCase).stream()
                    .map(line -> line.table() + "." + line.field())
                    .toList();
            assertThat(audited).doesNotHaveDuplicates();
            for (Specification version : SSDA903.versions()) {
                version.tables().forEach(table -> table.fields()
                        .forEach(field -> assertThat(audited).contains(table.name() + "." + field.name())));
            }
        }
    }

    @Test
    void namesAClauseWithItsTextInEveryLine() {
        assertThat(audit.lines()).allSatisfy(line -> {
            assertThat(line.clause()).isNotEmpty();
            assertThat(line.clauseText()).endsWith(".");
        });
    }

    @Test
    void saysWhatBecomesOfAField() {
        assertThat(line("PAN", "episodes", "CHILD")).isEqualTo("enriched: written as a whole number, or in capitals when it"
                + " is not a number; the organisation's code is added behind it [3.1]");
        assertThat(line("PAN", "episodes", "HOME_POST")).isEqualTo("reduced: reduced to the postcode sector [3.3]");
        assertThat(line("PAN", "episodes", "RNE")).isEqualTo("kept: kept as it is [2.1]");
        assertThat(line("PAN", "episodes", "DEC")).isEqualTo("kept: kept, or mended by the repair of the table [2.1]");
        assertThat(line("PAN", "episodes", "LA")).isEqualTo("added: the organisation's name [3.4]");
        assertThat(line("PAN", "episodes", "YEAR_latest")).isEqualTo("added: added by the repair of the table [3.5]");
        assertThat(line("SUFFICIENCY", "header", "UPN")).isEqualTo("removed: no rule names the field [2.2]");
        assertThat(line("SUFFICIENCY", "ad1", "DOB")).isEqualTo("removed: no rule names the table [2.2]");
    }

    @Test
    void saysSinceWhenAFieldIsReturned() {
        assertThat(audit.lines())
                .filteredOn(line -> line.table().value().equals("social_worker"))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.periods()).isEqualTo("from 2024"));
        assertThat(audit.lines())
                .filteredOn(line -> line.table().value().equals("header"))
                .allSatisfy(line -> assertThat(line.periods()).isEmpty());
    }

    private String line(String useCase, String table, String field) {
        return audit.lines().stream()
                .filter(line -> line.useCase().value().equals(useCase)
                        && line.table().value().equals(table)
                        && line.field().value().equals(field))
                .map(line -> String.format(Locale.ROOT, "%s: %s [%s]", line.fate().word(), line.description(), line.clause()))
                .findFirst()
                .orElse("no line");
    }
}
