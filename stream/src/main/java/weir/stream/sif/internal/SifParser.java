package weir.stream.sif.internal;

import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import org.codehaus.stax2.XMLInputFactory2;
import org.codehaus.stax2.XMLStreamReader2;
import org.codehaus.stax2.validation.ValidationContext;
import org.codehaus.stax2.validation.XMLValidationSchema;
import org.codehaus.stax2.validation.XMLValidator;

/// Makes the parsers of documents, hardened once and the same for all: no document type is read, no entity replaced, nothing
/// opened, and limits of the parser's own stand a little beyond ours. Safe for many threads.
public final class SifParser {

    static final int BUFFER_CHARACTERS = 1 << 15;

    private final WstxInputFactory factory;

    public SifParser(int depth, int attributes, int attributeCharacters) {
        factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setProperty(XMLInputFactory2.P_AUTO_CLOSE_INPUT, false);
        factory.setXMLResolver((_, _, _, _) -> {
            throw new XMLStreamException("Nothing outside the document is read.");
        });
        factory.setProperty(WstxInputProperties.P_INPUT_BUFFER_LENGTH, BUFFER_CHARACTERS);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, depth);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, attributes);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, attributeCharacters);
        factory.setProperty(WstxInputProperties.P_MAX_ENTITY_COUNT, 1L);
        factory.setProperty(WstxInputProperties.P_MAX_ENTITY_DEPTH, 1);
        factory.setProperty(WstxInputProperties.P_MAX_CHARACTERS, Long.MAX_VALUE);
    }

    /// A parser of one document that validates as it goes.
    ///
    /// @param problems takes what the schema does not allow
    public XMLStreamReader2 open(SourceText source, CompiledSchema schema, Consumer<Problem> problems) throws XMLStreamException {
        XMLStreamReader2 xml = (XMLStreamReader2) factory.createXMLStreamReader(source);
        ObservedSchema observed = new ObservedSchema(schema);
        xml.setValidationProblemHandler(problem -> problems.accept(new Problem(
                problem.getLocation() == null ? 0 : problem.getLocation().getLineNumber(),
                problem.getLocation() == null ? 0 : problem.getLocation().getCharacterOffset(),
                observed.say(problem.getMessage()),
                observed.isAtRoot())));
        xml.validateAgainst(observed);
        return xml;
    }

    /// A parser of one document that asks no schema.
    public XMLStreamReader2 open(SourceText source) throws XMLStreamException {
        return (XMLStreamReader2) factory.createXMLStreamReader(source);
    }

    /// What the schema does not allow.
    ///
    /// @param line from 1
    /// @param place in characters from the start
    /// @param text in the words clients know
    /// @param isOfRoot whether it is about the root's own tag
    public record Problem(long line, long place, String text, boolean isOfRoot) {}

    /// A schema whose one validator can be asked what it looks at.
    private static final class ObservedSchema implements XMLValidationSchema {

        private final CompiledSchema schema;
        private ObservedValidator[] validator = {};

        ObservedSchema(CompiledSchema schema) {
            this.schema = schema;
        }

        String say(String message) {
            return validator.length == 0 ? message : ValidityWording.of(message, validator[0], schema.namespace());
        }

        boolean isAtRoot() {
            return validator.length > 0 && validator[0].isAtRootTag();
        }

        @Override
        public XMLValidator createValidator(ValidationContext context) throws XMLStreamException {
            validator = new ObservedValidator[] {new ObservedValidator(schema, context)};
            return validator[0];
        }

        @Override
        public String getSchemaType() {
            return XMLValidationSchema.SCHEMA_ID_W3C_SCHEMA;
        }
    }
}
