package weir.platform.objects;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// Files that become objects at once.
final class FilePutTest {

    @TempDir
    private Path temporary;

    private FilePut put(String name) throws IOException {
        Path file = temporary.resolve(name);
        Files.writeString(file, "content of " + name, StandardCharsets.UTF_8);
        return new FilePut(ObjectKey.of("reports/7/" + name), file);
    }

    @Test
    void keepsEachUnderItsKeyAndAnswersInTheirOrder() throws IOException {
        FileObjects objects = FileObjects.open(temporary.resolve("objects"), new MovableClock());
        List<FilePut> puts = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            puts.add(put("report-" + i + ".csv"));
        }
        List<StoredObject> kept = FilePut.all(objects, puts);
        assertThat(kept).extracting(StoredObject::key).containsExactlyElementsOf(puts.stream().map(FilePut::key).toList());
        for (FilePut put : puts) {
            try (ObjectReader reader = objects.read(put.key())) {
                assertThat(reader.readAllBytes()).isEqualTo(Files.readAllBytes(put.file()));
            }
        }
    }

    @Test
    void saysWhenOneCouldNotBeKept() throws IOException {
        FileObjects objects = FileObjects.open(temporary.resolve("objects"), new MovableClock());
        List<FilePut> puts = List.of(put("a.csv"), new FilePut(ObjectKey.of("reports/7/b.csv"), temporary.resolve("missing")));
        assertThatThrownBy(() -> FilePut.all(objects, puts)).isInstanceOf(NoSuchFileException.class);
    }
}
