package weir.app;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.app.WeirProgram.Ended;

import static org.assertj.core.api.Assertions.assertThat;

/// `weir demo` goes from returns to outputs and a report, and may be run again.
final class DemoTest {

    @TempDir
    private Path temporary;

    @Test
    void endsWithOutputsAndAReportWorthLookingAt() throws IOException {
        for (int run = 0; run < 2; run++) {
            Ended ended = WeirProgram.shipped().run("demo", temporary.resolve("demo"), "--children", 50);
            assertThat(ended.exit()).as(ended.toString()).isZero();
            assertThat(ended.out() + ended.err()).contains("report.html", "outputs", "weir check");
            assertThat(Folders.files(temporary.resolve("demo")))
                    .containsKeys(
                            "cleaned/report.html",
                            "cleaned/manifest.json",
                            "cleaned/outputs/PAN/PAN_ssda903_episodes.csv",
                            "cleaned/outputs/SUFFICIENCY/SUFFICIENCY_ssda903_header.parquet")
                    .doesNotContainKey("returns-BAD/planted.csv");
        }
    }
}
