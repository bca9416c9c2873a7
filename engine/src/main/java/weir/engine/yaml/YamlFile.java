package weir.engine.yaml;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Reads one YAML 1.2 file that people wrote.
///
/// One document with a mapping at its top. Duplicate keys, anchors, aliases and tags are refused, so a small file cannot
/// stand for a large one; so are files over 4 MiB and values more than 20 deep.
public final class YamlFile {

    private static final int SIZE_LIMIT_BYTES = 4 << 20;

    private YamlFile() {}

    /// The mapping at the top of the file; empty when there is none, which is then a fault.
    /// @throws IOException when the file cannot be read
    public static Optional<YamlValue.Mapping> read(Path file, Faults faults) throws IOException {
        if (Files.size(file) > SIZE_LIMIT_BYTES) {
            faults.add(0, "The file is over 4 MiB: split it.");
            return Optional.empty();
        }
        return decode(Files.readAllBytes(file), faults).flatMap(text -> parse(text, faults));
    }

    /// The same for text already read.
    public static Optional<YamlValue.Mapping> parse(String text, Faults faults) {
        LoadSettings settings = LoadSettings.builder().setCodePointLimit(SIZE_LIMIT_BYTES).build();
        try {
            return new TreeBuilder(new Parse(settings).parseString(text).iterator(), faults).build();
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().or(e::getContextMark).map(mark -> mark.getLine() + 1).orElse(0);
            faults.add(line, "This is not YAML: " + e.getProblem() + ".");
        } catch (YamlEngineException e) {
            faults.add(0, "This is not YAML: " + e.getMessage() + ".");
        }
        return Optional.empty();
    }

    private static Optional<String> decode(byte[] bytes, Faults faults) {
        try {
            return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            faults.add(0, "The file is not UTF-8: save it as UTF-8.");
            return Optional.empty();
        }
    }
}
