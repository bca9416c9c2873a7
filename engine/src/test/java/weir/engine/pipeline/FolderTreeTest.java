package weir.engine.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

final class FolderTreeTest {

    @TempDir
    private Path temporary = Path.of(".");

    @Test
    void deletesAFolderWithAllThatIsBelowItAndNothingElse() throws IOException {
        Path folder = temporary.resolve("folder");
        Files.createDirectories(folder.resolve("below"));
        Path beside = Files.writeString(temporary.resolve("folder-beside"), "kept");
        Files.writeString(folder.resolve("below/file"), "gone");
        Files.createSymbolicLink(folder.resolve("link"), beside);
        FolderTree.delete(folder);
        assertThat(folder).doesNotExist();
        assertThat(beside).hasContent("kept");
    }

    @Test
    void doesNothingWhenThereIsNoFolder() throws IOException {
        FolderTree.delete(temporary.resolve("nowhere"));
        assertThat(temporary).isEmptyDirectory();
    }
}
