package weir.stream.sif.internal;

import java.util.Arrays;
import javax.xml.stream.XMLStreamException;

import org.codehaus.stax2.validation.ValidationContext;
import org.codehaus.stax2.validation.XMLValidationSchema;
import org.codehaus.stax2.validation.XMLValidator;

/// A validator that remembers what it is looking at, so that a problem can be told with its value. Elements without a
/// namespace are taken for those of the schema's, as NIAS takes them. For one thread and one document.
final class ObservedValidator extends XMLValidator {

    private static final int LONGEST_VALUE = 200;

    private final XMLValidator validator;
    private final XMLValidationSchema schema;
    private final String namespace;
    private final StringBuilder text = new StringBuilder();
    private String[] open = new String[32];
    private int depth;
    private String attribute = "";
    private String attributeValue = "";

    ObservedValidator(CompiledSchema compiled, ValidationContext context) throws XMLStreamException {
        this.schema = compiled.schema();
        this.namespace = compiled.namespace();
        this.validator = schema.createValidator(context);
    }

    /// The element that is looked at; empty outside of the root.
    String element() {
        return depth == 0 ? "" : open[depth - 1];
    }

    int depth() {
        return depth;
    }

    /// The attribute that is looked at; empty when it is the element itself.
    String attribute() {
        return attribute;
    }

    /// What stands in the attribute or, without one, in the element; a long value is cut.
    String value() {
        return attribute.isEmpty() ? text.toString().strip() : attributeValue;
    }

    @Override
    public XMLValidationSchema getSchema() {
        return schema;
    }

    @Override
    public void validateElementStart(String localName, String uri, String prefix) throws XMLStreamException {
        text.setLength(0);
        if (depth == open.length) {
            open = Arrays.copyOf(open, 2 * depth);
        }
        open[depth++] = localName;
        validator.validateElementStart(localName, ofSchema(uri), prefix);
    }

    @Override
    public String validateAttribute(String localName, String uri, String prefix, String value) throws XMLStreamException {
        attribute = localName;
        attributeValue = value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) : value;
        String normalised = validator.validateAttribute(localName, uri, prefix, value);
        attribute = "";
        return normalised;
    }

    @Override
    public String validateAttribute(String localName, String uri, String prefix, char[] value, int start, int end)
            throws XMLStreamException {
        return validateAttribute(localName, uri, prefix, new String(value, start, end - start));
    }

    @Override
    public int validateElementAndAttributes() throws XMLStreamException {
        return validator.validateElementAndAttributes();
    }

    @Override
    public int validateElementEnd(String localName, String uri, String prefix) throws XMLStreamException {
        int care = validator.validateElementEnd(localName, ofSchema(uri), prefix);
        depth--;
        text.setLength(0);
        return care;
    }

    @Override
    public void validateText(String characters, boolean isLast) throws XMLStreamException {
        if (text.length() < LONGEST_VALUE) {
            text.append(characters, 0, Math.min(characters.length(), LONGEST_VALUE));
        }
        validator.validateText(characters, isLast);
    }

    @Override
    public void validateText(char[] characters, int start, int end, boolean isLast) throws XMLStreamException {
        if (text.length() < LONGEST_VALUE) {
            text.append(characters, start, Math.min(end - start, LONGEST_VALUE));
        }
        validator.validateText(characters, start, end, isLast);
    }

    @Override
    public void validationCompleted(boolean isEnd) throws XMLStreamException {
        validator.validationCompleted(isEnd);
    }

    @Override
    public String getAttributeType(int index) {
        return validator.getAttributeType(index);
    }

    @Override
    public int getIdAttrIndex() {
        return validator.getIdAttrIndex();
    }

    @Override
    public int getNotationAttrIndex() {
        return validator.getNotationAttrIndex();
    }

    private String ofSchema(String uri) {
        return uri == null || uri.isEmpty() ? namespace : uri;
    }
}
