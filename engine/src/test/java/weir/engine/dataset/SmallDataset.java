package weir.engine.dataset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A small dataset without faults in a folder of its own, to be changed one file at a time.
final class SmallDataset {

    private final Path folder;

    SmallDataset(Path parent) {
        folder = parent.resolve("small");
        write("dataset.yaml", """
                dataset: small
                title: A small dataset
                period: year
                first: 2017
                source: guide
                sources:
                  guide: {title: A guide}
                tables: [people]
                """);
        write("codes.yaml", """
                sex: {M: Male, F: Female}
                """);
        table("""
                title: People
                identity: {key: [ID], latest: [BORN]}
                fields:
                  ID: {type: text, required: true}
                  BORN: {type: date, format: dd/MM/yyyy}
                  SEX: {type: category, codes: sex}
                  HOME: {type: postcode}
                """);
        useCase("""
                  people:
                    clause: "1"
                    fields:
                      ID: {clause: "1"}
                """);
    }

    SmallDataset table(String yaml) {
        return write("tables/people.yaml", yaml);
    }

    /// The table with one field more.
    SmallDataset field(String definition) {
        return table("title: People\nfields:\n  ID: {type: text}\n  X: " + definition + "\n");
    }

    SmallDataset version(String changes) {
        return write("versions/2019.yaml", "source: guide\nchanges:\n" + changes);
    }

    SmallDataset useCase(String tables) {
        return write("use-cases/TEST.yaml", """
                use-case: TEST
                title: A test
                agreement:
                  title: An agreement
                  clauses: {"1": What is shared is shared., "2": All else is not.}
                retention: {years: 3, clause: "1"}
                otherwise: {clause: "2"}
                tables:
                """ + tables);
    }

    SmallDataset write(String file, String text) {
        try {
            Path path = folder.resolve(file);
            Files.createDirectories(path.resolve("..").normalize());
            Files.writeString(path, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    Dataset read() {
        return DatasetReader.read(folder);
    }

    /// The problems as people see them; none when the folder reads.
    List<String> problems() {
        try {
            read();
            return List.of();
        } catch (FaultySpecification e) {
            return e.problems().stream().map(Problem::toString).toList();
        }
    }
}
