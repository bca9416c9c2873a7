package weir.platform.analysis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.engine.pipeline.FolderTree;
import weir.platform.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

final class AnalysisTest {

    @TempDir
    private Path folder;

    @Test
    void leavesItsFolderAloneOnceItIsClosed() throws IOException {
        for (int round = 0; round < 20; round++) {
            Path own = Files.createDirectory(folder.resolve("round-" + round));
            Analysis analysis = new Analysis(own.resolve("spill"), DataSize.ofMegabytes(100), 1, 1);
            analysis.prepare();
            analysis.close();
            FolderTree.delete(own);
            assertThat(own).doesNotExist();
        }
    }
}
