package weir.engine.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The bytes of a file with its name. May be opened more than once and gives the same bytes each time.
public interface Content {

    /// The name as the user knows it, folders included, with `/` between them.
    String name();

    /// In bytes.
    long size() throws IOException;

    /// The caller closes it.
    InputStream open() throws IOException;

    /// The file itself, where the bytes are a file of this machine. Formats that need to jump about (XLSX, Parquet)
    /// are read only then.
    Optional<Path> path();

    static Content of(Path path, String name) {
        return new Content() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public long size() throws IOException {
                return Files.size(path);
            }

            @Override
            public InputStream open() throws IOException {
                return Files.newInputStream(path);
            }

            @Override
            public Optional<Path> path() {
                return Optional.of(path);
            }

            @Override
            public String toString() {
                return name;
            }
        };
    }
}
