package weir.app;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import weir.app.WeirProgram.Ended;
import weir.app.serve.RunningService;
import weir.app.serve.SharedService;

import static org.assertj.core.api.Assertions.assertThat;

/// `weir demo` goes from returns to outputs and a report, and may be run again.
///
/// It asks for the shared service because a process unpacks PostgreSQL's programs once, where its first database wants
/// them: in this test's folder they would be gone with it, and other tests still run them.
@ExtendWith(SharedService.class)
@Order(8)
final class DemoTest {

    @TempDir
    private Path temporary;

    @Test
    void endsWithOutputsAndAReportWorthLookingAt(RunningService beside) throws IOException {
        assertThat(beside.address()).startsWith("http://");
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
