package weir.stream.sif;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import weir.stream.sif.internal.CompiledSchema;
import weir.stream.sif.internal.SchemaRefused;

/// The schema documents are held against. Loaded once, safe for many threads.
///
/// It may import and include files that lie beside it, by their plain names, and nothing else. It declares elements, types
/// and values; its constraints of identity (`key`, `unique`) are not asked.
public final class SifSchema {

    private static final String REGISTRATION = "registration.xsd";

    private final CompiledSchema compiled;

    private SifSchema(CompiledSchema compiled) {
        this.compiled = compiled;
    }

    /// Loads a published XSD.
    ///
    /// @throws FaultySchema when it is not valid, or asks for a file that does not lie beside it
    public static SifSchema load(Path xsd) throws IOException {
        Path folder = xsd.toAbsolutePath().normalize().getParent();
        Path file = xsd.getFileName();
        if (folder == null || file == null || !Files.isRegularFile(xsd)) {
            throw new FaultySchema(xsd.toString(), "there is no such file.");
        }
        return compile(file.toString(), name -> {
            Path beside = folder.resolve(name);
            return Files.isRegularFile(beside) ? Files.readAllBytes(beside) : new byte[0];
        });
    }

    /// The schema of NAPLAN registration that comes with the program.
    public static SifSchema registration() throws IOException {
        Map<String, byte[]> shipped = Map.of(REGISTRATION, resource());
        return compile(REGISTRATION, name -> shipped.getOrDefault(name, new byte[0]));
    }

    private static byte[] resource() throws IOException {
        try (InputStream in = SifSchema.class.getResourceAsStream(REGISTRATION)) {
            if (in == null) {
                throw new FaultySchema(REGISTRATION, "it is missing from the program.");
            }
            return in.readAllBytes();
        }
    }

    private static SifSchema compile(String file, CompiledSchema.Files files) throws IOException {
        try {
            return new SifSchema(CompiledSchema.compile(file, files));
        } catch (SchemaRefused e) {
            throw new FaultySchema(file, e.getMessage());
        }
    }

    /// The namespace its elements are of.
    public String namespace() {
        return compiled.namespace();
    }

    CompiledSchema compiled() {
        return compiled;
    }
}
