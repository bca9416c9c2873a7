package weir.app.generate;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weir.app.WeirProgram;

import static org.assertj.core.api.Assertions.assertThat;

/// Made-up returns of several years break no rule of a cell, a record, a table or against last year.
final class MadeUpReturnsTest {

    private static final Pattern WROTE = Pattern.compile("Wrote (\\d+) files with (\\d+) rows");

    @TempDir
    private Path temporary;

    @ParameterizedTest
    @CsvSource({"ssda903, 3000, 2022-2026", "cin, 1500, 2022-2026", "social_work_workforce, 200, 2022-2024"})
    void breakNoRuleWhenTheyAreChecked(String dataset, int children, String years) {
        WeirProgram weir = WeirProgram.shipped();
        Path returns = temporary.resolve("returns");
        WeirProgram.Ended made = weir.run("generate", dataset, returns, "--children", children, "--years", years);
        WeirProgram.Ended checked = weir.run("check", returns);

        Matcher wrote = WROTE.matcher(made.out());
        assertThat(wrote.find()).as(made.out()).isTrue();
        String rows = thousands(wrote.group(2));
        assertThat(checked.out().lines().toList().getLast())
                .isEqualTo("No issues in " + wrote.group(1) + " files: " + rows + " rows read, " + rows + " kept, 0 refused.");
        assertThat(checked.exit()).isZero();
    }

    private static String thousands(String digits) {
        return digits.replaceAll("(?<=\\d)(?=(\\d{3})+$)", ",");
    }
}
