package weir.engine.pipeline;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// A folder of outputs appears whole or not at all.
final class OutputFolderTest {

    @TempDir
    private Path folder;

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void appearsWithAllItsFilesAndNothingElse() throws IOException {
        try (OutputFolder out = OutputFolder.stage(folder.resolve("out"))) {
            Files.writeString(out.staged().resolve("manifest.json"), "{}");
            Files.writeString(out.work().resolve("run-0"), "rows");
            assertThat(folder.resolve("out")).doesNotExist();
            out.publish();
        }
        assertThat(names()).containsExactly("out");
        assertThat(folder.resolve("out")).isDirectoryContaining("glob:**/manifest.json");
        assertThat(folder.resolve("out/.work")).doesNotExist();
    }

    @Test
    void leavesNothingBehindWhenTheRunFails() throws IOException {
        try (OutputFolder out = OutputFolder.stage(folder.resolve("out"))) {
            Files.writeString(out.staged().resolve("half.csv"), "rows");
        }
        assertThat(names()).isEmpty();
    }

    @Test
    void replacesAnEarlierRunsFolder() throws IOException {
        for (String text : List.of("first", "second")) {
            try (OutputFolder out = OutputFolder.stage(folder.resolve("out"))) {
                Files.writeString(out.staged().resolve(text), text);
                Files.writeString(
                        out.staged().resolve("manifest.json"), "{\"files\": [{\"file\": \"" + text + "\"}]}");
                out.publish();
            }
        }
        assertThat(names()).containsExactly("out");
        assertThat(folder.resolve("out/second")).hasContent("second");
        assertThat(folder.resolve("out/first")).doesNotExist();
    }

    @Test
    void leavesAFolderAloneThatHoldsSomethingElse() throws IOException {
        Files.createDirectories(folder.resolve("out"));
        Files.writeString(folder.resolve("out/thesis.doc"), "mine");
        assertThatThrownBy(() -> OutputFolder.stage(folder.resolve("out"))).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(folder.resolve("out/thesis.doc")).hasContent("mine");
    }

    @Test
    void letsNoTwoRunsWriteOneFolder() throws IOException {
        try (OutputFolder first = OutputFolder.stage(folder.resolve("out"))) {
            assertThatThrownBy(() -> OutputFolder.stage(folder.resolve("out")))
                    .isInstanceOf(FolderInUse.class)
                    .hasMessageContaining("wait until it has ended");
            assertThat(first.staged()).exists();
        }
        OutputFolder.stage(folder.resolve("out")).close();
        assertThat(names()).isEmpty();
    }

    @Test
    void clearsAwayWhatAKilledRunHasLeft() throws IOException {
        Files.createDirectories(folder.resolve(".out.partial"));
        Files.writeString(folder.resolve(".out.partial/rows.csv"), "rows");
        try (OutputFolder out = OutputFolder.stage(folder.resolve("out"))) {
            assertThat(out.staged().resolve("rows.csv")).doesNotExist();
        }
    }
}
