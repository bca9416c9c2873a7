package weir.app.docs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.app.WeirProgram;
import weir.app.serve.RunningService;
import weir.app.settings.ServiceSettings;
import weir.engine.organisation.Organisations;

import static org.assertj.core.api.Assertions.assertThat;

/// The clients of the example with streams do what their page says, beside a real service.
final class StreamExamplesTest {

    private static final Path EXAMPLE = Repository.root().resolve("examples/stream");

    @Test
    void bothClientsPostReadAndQuery(@TempDir Path folder) throws Exception {
        Organisations organisations = Organisations.read(WeirProgram.root().resolve("datasets/organisations.yaml"));
        try (RunningService service = RunningService.on(folder.resolve("data"), organisations,
                settings -> settings.with(ServiceSettings.ROLES, "web,stream,worker,scheduler", "test"))) {
            String expected = Repository.read(EXAMPLE.resolve("README.md"));
            for (int run = 0; run < 2; run++) {
                String shell = run("sh", EXAMPLE.resolve("stream.sh").toString(), service.streamAddress());
                assertThat(expected).contains("```text\n" + shell + "```");
            }
            String java = run(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(), EXAMPLE.resolve("StreamClient.java").toString(),
                    EXAMPLE.resolve("students.xml").toString(), service.streamAddress());
            assertThat(java).startsWith("Posted.\nRead 3 students.\n\"label\":\"");
        }
    }

    private static String run(String... words) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(new ArrayList<>(List.of(words))).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
