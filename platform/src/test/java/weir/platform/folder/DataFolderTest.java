package weir.platform.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.random.RandomGenerator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.platform.process.ChildJvm;
import weir.platform.secret.Secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class DataFolderTest {

    private static final Instant NOW = Instant.parse("2026-03-31T12:00:00Z");

    @TempDir
    private Path parent;

    @Test
    void isItsOwnersAlone() throws IOException {
        try (DataFolder folder = DataFolder.take(parent.resolve("data"), NOW)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.path()))).isEqualTo("rwx------");
        }
    }

    @Test
    void saysWhoHoldsItToTheSecondProcess() throws Exception {
        Path data = parent.resolve("data");
        try (ChildJvm child = ChildJvm.start(Holder.class, data)) {
            child.awaitLine("taken");
            assertThatThrownBy(() -> DataFolder.take(data, NOW))
                    .isInstanceOf(DataFolderInUse.class)
                    .hasMessageContaining("process " + child.process().pid() + ", started 2026-03-31T12:00:00Z")
                    .hasMessageContaining("'data'");
            child.kill();
            DataFolder.take(data, NOW).close();
        }
    }

    static final class Holder {
        public static void main(String[] args) throws InterruptedException {
            DataFolder taken = DataFolder.take(Path.of(args[0]), NOW);
            System.out.println("taken");
            Thread.sleep(600_000);
            taken.close();
        }
    }

    @Test
    void keepsASecretForItsOwnerAlone() throws IOException {
        Secret made;
        try (DataFolder folder = DataFolder.take(parent.resolve("data"), NOW)) {
            made = folder.secret("key", 32, RandomGenerator.getDefault());
            assertThat(made.reveal()).matches("[0-9a-f]{64}");
        }
        try (DataFolder folder = DataFolder.take(parent.resolve("data"), NOW)) {
            assertThat(folder.secret("key", 32, RandomGenerator.getDefault())).isEqualTo(made);
            Path file = folder.path().resolve("secrets/key");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        }
    }
}
