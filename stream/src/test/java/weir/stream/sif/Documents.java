package weir.stream.sif;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Reads small documents against a small schema.
final class Documents {

    static final String NAMESPACE = "http://www.sifassociation.org/au/datamodel/3.4";

    private final SifSplitter splitter;

    Documents(SifLimits limits) throws IOException {
        splitter = new SifSplitter(schema(), limits);
    }

    static SifSchema schema() throws IOException {
        return SifSchema.load(Path.of("src/test/resources/weir/stream/sif/small.xsd"));
    }

    /// What a document came to, and what its sink got.
    record Read(SplitDocument document, List<SifObject> objects) {

        List<String> texts() {
            return document.faults().stream().map(SifFault::text).toList();
        }

        /// The one fault.
        SifFault fault() {
            if (document.faults().size() != 1) {
                throw new AssertionError("One fault was expected, found " + document.faults().size() + ": " + texts());
            }
            return document.faults().getFirst();
        }
    }

    Read read(InputStream in) throws IOException {
        List<SifObject> objects = new ArrayList<>();
        return new Read(splitter.split(in, objects::add), objects);
    }

    Read read(byte[] bytes) throws IOException {
        return read(new ByteArrayInputStream(bytes));
    }

    Read read(String document) throws IOException {
        return read(document.getBytes(StandardCharsets.UTF_8));
    }

    /// A document of the root in its namespace around some text.
    static String pupils(String inside) {
        return "<Pupils xmlns=\"" + NAMESPACE + "\">" + inside + "</Pupils>";
    }

    static String pupil(String inside) {
        return "<Pupil RefId=\"r\"><LocalId>1</LocalId>" + inside + "</Pupil>";
    }
}
