package weir.stream.sif.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicReference;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;

import com.ctc.wstx.msv.W3CSchema;
import com.ctc.wstx.shaded.msv_core.grammar.xmlschema.XMLSchemaGrammar;
import com.ctc.wstx.shaded.msv_core.reader.GrammarReaderController;
import com.ctc.wstx.shaded.msv_core.reader.xmlschema.XMLSchemaReader;
import org.codehaus.stax2.validation.XMLValidationSchema;
import org.jspecify.annotations.Nullable;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;

/// An XSD in the form its validator works with. Safe for many threads.
public final class CompiledSchema {

    private final XMLValidationSchema schema;
    private final String namespace;

    private CompiledSchema(XMLValidationSchema schema, String namespace) {
        this.schema = schema;
        this.namespace = namespace;
    }

    /// The files a schema is made of, by their names without a folder; no bytes for one that is not there.
    @FunctionalInterface
    public interface Files {

        byte[] read(String name) throws IOException;
    }

    /// @throws SchemaRefused when the schema has an error or reaches for another file
    public static CompiledSchema compile(String file, Files files) throws IOException, SchemaRefused {
        Controller controller = new Controller(files);
        try {
            XMLSchemaGrammar grammar = XMLSchemaReader.parse(controller.source(file), parsers(), controller);
            controller.check();
            if (grammar == null) {
                throw new SchemaRefused("it is no XML Schema.");
            }
            return new CompiledSchema(new W3CSchema(grammar), namespace(grammar));
        } catch (UncheckedIOException e) {
            throw new IOException("The schema " + file + " cannot be read.", e);
        }
    }

    XMLValidationSchema schema() {
        return schema;
    }

    public String namespace() {
        return namespace;
    }

    /// The target namespace with most declarations: an imported one, as that of `xml:lang`, has few.
    private static String namespace(XMLSchemaGrammar grammar) {
        String largest = "";
        int most = 0;
        for (var schemas = grammar.iterateSchemas(); schemas.hasNext(); ) {
            var each = (com.ctc.wstx.shaded.msv_core.grammar.xmlschema.XMLSchemaSchema) schemas.next();
            int declared = each.elementDecls.getAll().length;
            if (declared > most) {
                most = declared;
                largest = each.targetNamespace;
            }
        }
        return largest;
    }

    private static SAXParserFactory parsers() {
        try {
            SAXParserFactory factory = SAXParserFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
            factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            return factory;
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException("The parser of this Java cannot be hardened.", e);
        }
    }

    /// Gives the reader of schemas its files and keeps its first complaint.
    private static final class Controller implements GrammarReaderController {

        private final Files files;
        private final AtomicReference<@Nullable String> complaint = new AtomicReference<>();

        Controller(Files files) {
            this.files = files;
        }

        void check() throws SchemaRefused {
            String first = complaint.get();
            if (first != null) {
                throw new SchemaRefused(first);
            }
        }

        InputSource source(String name) {
            try {
                byte[] bytes = files.read(name);
                if (bytes.length == 0) {
                    complaint.compareAndSet(null, "it needs the file '" + name + "' beside it.");
                }
                InputSource source = new InputSource(new ByteArrayInputStream(bytes.length == 0 ? EMPTY_SCHEMA : bytes));
                source.setSystemId("schema:///" + name);
                return source;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public InputSource resolveEntity(@Nullable String publicId, @Nullable String systemId) {
            String id = systemId == null ? "" : systemId;
            String name = id.startsWith("schema:///") ? id.substring("schema:///".length()) : id;
            if (name.isEmpty() || name.contains("/") || name.contains("\\") || name.contains("..") || name.contains(":")) {
                complaint.compareAndSet(null, "it reaches for a file that does not lie beside it.");
                return new InputSource(new ByteArrayInputStream(EMPTY_SCHEMA));
            }
            return source(name);
        }

        @Override
        public void warning(Locator @Nullable [] places, String message) {
            // A schema with warnings is one that can be used.
        }

        @Override
        public void error(Locator @Nullable [] places, String message, @Nullable Exception cause) {
            int line = places == null || places.length == 0 || places[0] == null ? 0 : places[0].getLineNumber();
            String end = message.endsWith(".") ? "" : ".";
            complaint.compareAndSet(null, (line > 0 ? "line " + line + ": " : "") + message + end);
        }
    }

    private static final byte[] EMPTY_SCHEMA = "<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\"/>"
            .getBytes(java.nio.charset.StandardCharsets.US_ASCII);
}
