package weir.app.docs;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import weir.engine.dataset.Dataset;
import weir.engine.dataset.Datasets;

final class ReferenceTest {

    private static final Path REFERENCE = Path.of("docs", "reference");

    @Test
    void thePageOfCommandsIsMadeFromTheCommands() {
        Repository.checkMade(
                REFERENCE.resolve("commands.md"), new CommandReference(Program.shipped().commands()).page());
    }

    @Test
    void thePageOfSettingsIsMadeFromTheSettings() {
        Repository.checkMade(REFERENCE.resolve("settings.md"), new SettingsReference().page());
    }

    @Test
    void thePageOfTheSpecificationLanguageIsMadeFromItsSchema() {
        Repository.checkMade(
                REFERENCE.resolve("specification.md"),
                new SpecificationReference(Path.of("datasets", "specification.schema.json")).page());
    }

    @Test
    void thePageOfEachDatasetIsMadeFromItsSpecification() {
        for (Dataset dataset : Datasets.in(Repository.root().resolve("datasets")).all()) {
            Repository.checkMade(
                    REFERENCE.resolve("datasets").resolve(dataset.id() + ".md"), new DatasetReference(dataset).page());
        }
    }
}
