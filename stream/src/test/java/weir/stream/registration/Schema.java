package weir.stream.registration;

import java.io.IOException;
import java.io.StringReader;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;

import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import weir.stream.sif.SifSchema;

/// A schema and what the JDK's validator says by it.
final class Schema {

    private final javax.xml.validation.Schema schema;

    Schema(URL location) {
        try {
            schema = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(location);
        } catch (SAXException e) {
            throw new AssertionError(e);
        }
    }

    /// Our own.
    static Schema registration() {
        return new Schema(Objects.requireNonNull(SifSchema.class.getResource("registration.xsd")));
    }

    List<String> errors(String document) {
        List<String> errors = new ArrayList<>();
        Validator validator = schema.newValidator();
        validator.setErrorHandler(new ErrorHandler() {
            @Override
            public void warning(SAXParseException e) {
                errors.add(e.getMessage());
            }

            @Override
            public void error(SAXParseException e) {
                errors.add(e.getMessage());
            }

            @Override
            public void fatalError(SAXParseException e) {
                errors.add(e.getMessage());
            }
        });
        try {
            validator.validate(new StreamSource(new StringReader(document)));
        } catch (SAXException e) {
            errors.add(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return errors.stream().distinct().toList();
    }
}
