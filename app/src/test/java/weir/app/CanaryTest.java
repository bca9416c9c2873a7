package weir.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weir.app.WeirProgram.Ended;
import weir.engine.generate.Fault;
import weir.engine.generate.Request;
import weir.engine.generate.Ssda903Generator;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/// Ten thousand rows of values that carry a mark go through every command; the mark turns up in cleaned tables and
/// outputs, where values belong, and nowhere else.
final class CanaryTest {

    private static final String MARK = "Zq7Xw9";
    private static final int ROWS = 10_000;

    /// In capitals too: identifiers are written so.
    private static final Set<String> MARKS = Set.of(MARK, MARK.toUpperCase(Locale.ROOT));

    private static final List<String> HEADERS = List.of(
            "CHILD,DOB,SDQ_SCORE,SDQ_REASON,CONVICTED,HEALTH_CHECK,IMMUNISATIONS,TEETH_CHECK,HEALTH_ASSESSMENT,"
                    + "SUBSTANCE_MISUSE,INTERVENTION_RECEIVED,INTERVENTION_OFFERED",
            "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN",
            "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB",
            "CHILD,DOB,MISSING,MIS_START,MIS_END",
            "CHILD,DOB,PREV_PERM,LA_PERM,DATE_PERM");

    @TempDir
    private static Path temporary;

    private static Path returns = Path.of("");

    @BeforeAll
    static void markEveryCell() throws IOException {
        returns = temporary.resolve("returns-BAD");
        for (int i = 0; i < HEADERS.size(); i++) {
            Folders.write(returns.resolve("2020/t" + i + ".csv"), marked(HEADERS.get(i)));
        }
        String header = HEADERS.getLast() + "\n";
        Folders.write(returns.resolve("2021/unclosed.csv"), header + MARK + ",\"" + MARK + "\n");
        Folders.write(returns.resolve("2021/misplaced.csv"), header + "\"" + MARK + "\"" + MARK + ",,,,\n");
        Folders.write(returns.resolve("2021/too-long.csv"), header + MARK.repeat(8_000) + ",,,,\n");
        Folders.write(returns.resolve("2021/binary.csv"), header + MARK + "\u0000\u0001" + MARK + ",,,,\n");
        Files.write(
                returns.resolve("2021/broken.csv"),
                ("\u00EF\u00BB\u00BF" + header + MARK + ",,," + MARK + "é,\n").getBytes(ISO_8859_1));
        Files.write(returns.resolve("2021/western.csv"), (header + MARK + ",,," + MARK + "é,\n").getBytes(ISO_8859_1));
        Folders.write(returns.resolve("2021/objects.json"), "{\"CHILD\": \"" + MARK + "\", \"" + "DOB\": " + MARK + "}\n");
    }

    /// Every kind of issue that a row or a cell can have, each with the mark in the value.
    private static String marked(String header) {
        int width = header.split(",", -1).length;
        StringBuilder rows = new StringBuilder(header).append('\n');
        for (int i = 0; i < ROWS / HEADERS.size(); i++) {
            String cell = switch (i % 6) {
                case 0 -> MARK + i;
                case 1 -> "\"" + MARK + ", " + i + "\"";
                case 2 -> "31/02/" + MARK;
                case 3 -> MARK + " " + i + MARK;
                case 4 -> MARK;
                default -> "99999" + MARK;
            };
            int cells = i % 11 == 0 ? width + 1 : i % 13 == 0 ? width - 1 : width;
            rows.append(Stream.generate(() -> cell).limit(cells).collect(Collectors.joining(","))).append('\n');
        }
        return rows.toString();
    }

    private static void hasNoMark(String what, String text) {
        for (String mark : MARKS) {
            assertThat(text.contains(mark)).as("%s holds a value", what).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"--json", "--csv", "--year=2020"})
    void checkingShowsNoValue(String form) {
        Ended ended = WeirProgram.shipped().run("check", returns, form);
        assertThat(ended.exit()).isEqualTo(1);
        assertThat(ended.out()).contains("value-not-date", "value-not-code");
        hasNoMark("standard output", ended.out());
        hasNoMark("standard error", ended.err());
    }

    @Test
    void showingValuesShowsThemOnTheScreenOnly() throws IOException {
        Path page = temporary.resolve("page.html");
        Ended ended = WeirProgram.shipped().run("check", returns, "--show-values", "--html", page);
        assertThat(ended.exit()).isEqualTo(1);
        assertThat(ended.out()).contains(MARK);
        hasNoMark("standard error", ended.err());
        hasNoMark("the page", Files.readString(page, UTF_8));
        for (String form : new String[] {"--json", "--csv"}) {
            hasNoMark(form, WeirProgram.shipped().run("check", returns, "--show-values", form).out());
        }
    }

    @Test
    void cleaningShowsNoValueBesideTheTables() throws IOException {
        Path out = temporary.resolve("out");
        Ended ended = WeirProgram.shipped().run("clean", returns, out);
        assertThat(ended.exit()).isEqualTo(1);
        hasNoMark("standard output", ended.out());
        hasNoMark("standard error", ended.err());
        Set<String> marked = new TreeSet<>();
        for (Map.Entry<String, Path> file : Folders.files(out).entrySet()) {
            String bytes = Files.readString(file.getValue(), ISO_8859_1);
            if (MARKS.stream().anyMatch(bytes::contains)) {
                marked.add(file.getKey());
            }
        }
        assertThat(marked).contains("cleaned/BAD_2020_header.csv", "outputs/PAN/PAN_ssda903_header.csv")
                .allMatch(name -> name.startsWith("cleaned/") || name.startsWith("outputs/"));
        assertThat(Folders.files(out)).containsKeys("issues.csv", "report.html", "manifest.json");
    }

    @Test
    void noReportHoldsTheValueOfAPlantedFault() throws IOException {
        Path folder = temporary.resolve("planted-BAD");
        new Ssda903Generator(Request.of(500, 5).withYears(2022, 2024).withFaults(0.1, EnumSet.allOf(Fault.class)))
                .write(folder);
        Files.delete(folder.resolve("planted.csv"));
        Path out = temporary.resolve("planted-out");
        Ended ended = WeirProgram.shipped().run("clean", folder, out);
        Pattern values = Pattern.compile("QQQ\\d|31/02/|ABCD \\d{4}|\\b1O\\d\\b|,extra");
        Map<String, String> told = Folders.texts(
                out, name -> !name.startsWith("cleaned/") && !name.startsWith("outputs/"));
        told.put("standard output", ended.out());
        told.put("standard error", ended.err());
        assertThat(told).hasSizeGreaterThanOrEqualTo(6);
        told.forEach((name, text) -> assertThat(values.matcher(text).find()).as(name).isFalse());
    }

    @Test
    void everyKindOfIssueOfARowAndACellIsFound() {
        Ended ended = WeirProgram.shipped().run("check", returns, "--csv");
        List<String> codes = new ArrayList<>(ended.out().lines().skip(1)
                .map(line -> line.split(",", -1)[5]).distinct().sorted().toList());
        assertThat(codes).contains("row-too-long", "row-too-short", "value-blank", "value-not-code", "value-not-date",
                "value-not-number", "value-not-postcode", "encoding-broken", "encoding-guessed", "quote-unclosed",
                "quote-misplaced", "cell-too-long", "file-not-tabular");
    }
}
