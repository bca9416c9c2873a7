package weir.app.check;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.app.Folders;
import weir.app.WeirProgram;
import weir.app.terminal.InputFiles;
import weir.engine.dataset.Datasets;
import weir.engine.format.Content;
import weir.engine.format.Limits;
import weir.engine.generate.Fault;
import weir.engine.generate.Request;
import weir.engine.generate.Ssda903Generator;
import weir.engine.issue.IssueCatalogue;
import weir.engine.issue.report.CsvReport;
import weir.engine.issue.report.ReportSink;
import weir.engine.pipeline.Recogniser;
import weir.engine.pipeline.ReturnRun;
import weir.engine.pipeline.RowTarget;
import weir.engine.pipeline.Stated;
import weir.engine.pipeline.Workers;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/// The same input gives the same bytes, whatever the number of workers and whenever it runs.
final class SameForAnyWorkersTest {

    @TempDir
    private static Path temporary;

    @BeforeAll
    static void makeReturns() throws IOException {
        Path returns = temporary.resolve("returns-BAD");
        Request request = Request.of(1_000, 9).withYears(2026, 2026).withFaults(0.1, EnumSet.allOf(Fault.class));
        new Ssda903Generator(request).writeEpisodes(returns, 60_000);
        new Ssda903Generator(request.withYears(2022, 2025)).write(temporary.resolve("more"));
        Folders.copy(temporary.resolve("more"), returns);
        Files.delete(returns.resolve("planted.csv"));
    }

    private static String issues(int threads) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ReportSink report = new CsvReport(out, IssueCatalogue.builtIn());
                Workers workers = new Workers(threads)) {
            ReturnRun run = new ReturnRun(
                    Datasets.in(WeirProgram.root().resolve("datasets")),
                    LocalDate.of(2026, 11, 22),
                    Recogniser.Retention.WARNED,
                    Limits.usual(),
                    workers,
                    report,
                    _ -> {});
            for (Content content : InputFiles.inFolder(temporary.resolve("returns-BAD"))) {
                run.run(content, Stated.NOTHING, _ -> RowTarget.none());
            }
        }
        return out.toString(UTF_8);
    }

    @Test
    void oneWorkerAndFourGiveTheSameIssuesInTheSameOrder() throws IOException {
        String one = issues(1);
        assertThat(one.lines().count()).isGreaterThan(4_000);
        assertThat(issues(4).equals(one)).as("the issues of four workers are those of one").isTrue();
        assertThat(issues(3).equals(one)).as("the issues of three workers are those of one").isTrue();
    }

    @Test
    void anotherTimeChangesOnlyWhatNamesTheTime() throws IOException {
        WeirProgram weir = WeirProgram.shipped();
        Path returns = temporary.resolve("returns-BAD");
        assertThat(weir.run("clean", returns, temporary.resolve("first")).exit()).isEqualTo(1);
        assertThat(weir.at(WeirProgram.NOW.plus(Duration.ofHours(5)))
                        .run("clean", returns, temporary.resolve("second")).exit())
                .isEqualTo(1);
        assertThat(tables("second")).hasSizeGreaterThan(50).isEqualTo(tables("first"));
    }

    private static Map<String, String> tables(String folder) throws IOException {
        Map<String, String> tables = new TreeMap<>();
        for (Map.Entry<String, Path> file : Folders.files(temporary.resolve(folder)).entrySet()) {
            boolean namesTheTime = file.getKey().equals("manifest.json")
                    || file.getKey().equals("report.html")
                    || file.getKey().endsWith("_error_report.csv");
            if (!namesTheTime) {
                tables.put(file.getKey(), Files.readString(file.getValue(), ISO_8859_1));
            }
        }
        return tables;
    }
}
