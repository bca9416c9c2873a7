package weir.engine.issue.report;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.function.Function;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import weir.engine.golden.Golden;
import weir.engine.issue.IssueCatalogue;

import static org.assertj.core.api.Assertions.assertThat;

/// Each story as each report writes it, in one folder per story.
class ReportGoldenTest {

    private static final Path FOLDER = Path.of("engine/src/test/resources/weir/engine/issue/report");

    private final IssueCatalogue catalogue = IssueCatalogue.builtIn();

    @ParameterizedTest
    @EnumSource
    void onATerminalWithoutColours(Story story) {
        check(story, "terminal.txt", out -> terminal(out, Screen.plain()));
    }

    @ParameterizedTest
    @EnumSource
    void onATerminalWithColoursAndValues(Story story) {
        Screen screen = new Screen(Screen.Colour.ANSI, 100, Screen.Values.SHOWN);
        check(story, "terminal-values.txt", out -> terminal(out, screen));
    }

    @ParameterizedTest
    @EnumSource
    void onANarrowTerminal(Story story) {
        check(story, "terminal-narrow.txt",
                out -> terminal(out, new Screen(Screen.Colour.PLAIN, 40, Screen.Values.HIDDEN)));
    }

    @ParameterizedTest
    @EnumSource
    void asJson(Story story) {
        check(story, "issues.json", out -> new JsonReport(out, catalogue));
    }

    @ParameterizedTest
    @EnumSource
    void asCsv(Story story) {
        check(story, "issues.csv", out -> new CsvReport(out, catalogue));
    }

    @ParameterizedTest
    @EnumSource
    void asTheErrorReportCouncilsKnow(Story story) {
        check(story, "errors.csv", out -> new ErrorReport(out, catalogue, "session", file -> "id-" + file.length()));
    }

    @ParameterizedTest
    @EnumSource
    void asAPage(Story story) {
        ZonedDateTime made = ZonedDateTime.of(2026, 11, 2, 14, 3, 0, 0, ZoneId.of("Europe/London"));
        check(story, "page.html", out -> new HtmlReport(out, catalogue, made));
    }

    @Test
    void onlyATerminalThatWasAskedToShowsValues() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(new JsonReport(out, catalogue).showsValues()).isFalse();
        assertThat(terminal(out, Screen.plain()).showsValues()).isFalse();
    }

    private TerminalReport terminal(OutputStream out, Screen screen) {
        return new TerminalReport(
                new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)), catalogue, screen);
    }

    private static void check(Story story, String file, Function<OutputStream, ReportSink> report) {
        Golden.check(FOLDER.resolve(story.folder()).resolve(file), Told.by(story, report));
    }
}
