package weir.engine.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class CatalogueTest {

    @TempDir
    private Path folder;

    @Test
    void putsFirstWhatKnowsMostOfAHeaderAndLeavesOutWhatKnowsLessThanHalfOfIt() throws IOException {
        write("alpha/tables/one.yaml", "fields:\n  CHILD: {}\n");
        write("beta/tables/one.yaml", "fields:\n  CHILD: {}\n  Date of birth: {}\n  SEX: {}\n");
        write("gamma/versions/2020.yaml", "fields:\n  CHILD: {}\n  SEX: {}\n");
        assertThat(names("Child", " SEX ", "date of Birth")).containsExactly("beta", "gamma");
    }

    @Test
    void keepsWhatMayKnowAColumnByAPattern() throws IOException {
        write("alpha/tables/one.yaml", "fields:\n  Other: {header-patterns: [\"child.*\"]}\n");
        write("beta/tables/one.yaml", "fields:\n  CHILD: {}\n  SEX: {}\n");
        assertThat(names("CHILD", "SEX")).containsExactly("beta", "alpha");
    }

    @Test
    void takesNamesAsWholeWords() throws IOException {
        write("alpha/tables/one.yaml", "fields:\n  CHILD_ID: {}\n");
        write("beta/tables/one.yaml", "fields:\n  CHILD: {}\n");
        assertThat(names("child")).containsExactly("beta");
    }

    @Test
    void looksAtADatasetWithoutReadingIt() throws IOException {
        write("alpha/dataset.yaml", "no specification\nxml:\n");
        write("beta/tables/one.yaml", "layout: vertical\n");
        Catalogue catalogue = Datasets.in(folder);
        assertThat(catalogue.filter(id -> catalogue.outline(id).isXml()).ids()).containsExactly(new DatasetId("alpha"));
        assertThat(catalogue.filter(id -> catalogue.outline(id).hasForms()).ids()).containsExactly(new DatasetId("beta"));
        assertThatThrownBy(() -> catalogue.dataset(new DatasetId("alpha"))).isInstanceOf(FaultySpecification.class);
    }

    private List<String> names(String... header) {
        return Datasets.in(folder).likely(List.of(header)).ids().stream().map(DatasetId::value).toList();
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Path dataset = folder.resolve(name.substring(0, name.indexOf('/'))).resolve("dataset.yaml");
        if (Files.notExists(dataset)) {
            Files.writeString(dataset, "title: For a test\n");
        }
    }
}
