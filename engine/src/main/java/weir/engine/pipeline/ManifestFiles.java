package weir.engine.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Reads back which files an earlier run wrote, so that only they are ever replaced.
final class ManifestFiles {

    private ManifestFiles() {}

    /// The paths a manifest names, its own included; none when the file is no run's manifest.
    static Set<String> namedBy(Path manifest) throws IOException {
        try (InputStream in = Files.newInputStream(manifest);
                JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), in)) {
            Set<String> files = read(json);
            if (!files.isEmpty()) {
                files.add(OutputFolder.MANIFEST);
            }
            return files;
        } catch (JacksonException e) {
            return Set.of();
        }
    }

    private static Set<String> read(JsonParser json) {
        Set<String> files = new HashSet<>();
        if (json.nextToken() != JsonToken.START_OBJECT) {
            return files;
        }
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            boolean isFiles = json.currentName().equals("files");
            JsonToken value = json.nextToken();
            if (isFiles && value == JsonToken.START_ARRAY) {
                readFiles(json, files);
            } else {
                json.skipChildren();
            }
        }
        return files;
    }

    private static void readFiles(JsonParser json, Set<String> files) {
        while (json.nextToken() == JsonToken.START_OBJECT) {
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean isName = json.currentName().equals("file");
                if (json.nextToken() == JsonToken.VALUE_STRING && isName) {
                    files.add(json.getString());
                } else {
                    json.skipChildren();
                }
            }
        }
    }
}
